package ruff.natives.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Reports what is wrong with declarations as compile errors and remembers that there was something.
 */
final class Problems {
  private final Messager messager;
  private boolean any;

  Problems(Messager messager) {
    this.messager = messager;
  }

  void report(Element element, String message) {
    any = true;
    messager.printMessage(Diagnostic.Kind.ERROR, message, element);
  }

  boolean any() {
    return any;
  }
}
