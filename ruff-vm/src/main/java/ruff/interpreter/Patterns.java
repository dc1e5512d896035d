package ruff.interpreter;

import ruff.ast.Expr.WrapKind;
import ruff.bytecode.Site;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.TaggedValue;
import ruff.value.Text;
import ruff.value.WrapValue;

/** Matches values against case patterns and takes them apart. */
final class Patterns {
  private Patterns() {}

  static boolean matches(Object subject, Site.Case site) {
    if (subject instanceof WrapValue wrap) {
      return wrap.kind().word().equals(site.variant())
          && (site.enumName() == null || site.enumName().equals(wrap.kind().family()));
    }
    if (subject instanceof TaggedValue tagged) {
      return tagged.variant().equals(site.variant())
          && (site.enumName() == null || site.enumName().equals(tagged.enumName()));
    }
    return site.enumName() == null
        && site.bindings() == 0
        && Text.isText(subject)
        && Text.equal(subject, site.variant())
        && !isWrapWord(site.variant());
  }

  private static boolean isWrapWord(String word) {
    for (WrapKind kind : WrapKind.values()) {
      if (kind.word().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** Part of the payload, marked shared, or null. */
  static Object payload(Object subject, int index) {
    if (subject instanceof WrapValue wrap && wrap.value() != null && index == 0) {
      return Container.shared(wrap.value());
    }
    if (subject instanceof TaggedValue tagged && index < tagged.payload().length) {
      return Container.shared(tagged.payload()[index]);
    }
    return NullValue.NULL;
  }

  /** An element, still held by the array, or null. */
  static Object element(Object source, int index) {
    return source instanceof ArrayValue array && index < array.size
        ? array.get(index)
        : NullValue.NULL;
  }

  /** The value of an entry, still held by the dict, or null. */
  static Object entry(Object source, Site.Name name) {
    Object value = source instanceof DictValue dict ? dict.get(name.name()) : null;
    return value == null ? NullValue.NULL : value;
  }

  /**
   * A part of a container that nobody looks at any more: held once, unless the container is not.
   */
  static Object taken(Object source, Object part) {
    return source instanceof Container container && container.shared
        ? Container.shared(part)
        : part;
  }

  static Object elementsFrom(Object source, int from) {
    return source instanceof ArrayValue array && from < array.size
        ? array.slice(from, array.size)
        : new ArrayValue();
  }
}
