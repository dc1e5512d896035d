package ruff.stdlib.text;

import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.value.DebugForm;
import ruff.value.Display;
import ruff.value.FloatText;
import ruff.value.RuffError;

/** The native that fills in templates. */
public final class Formatting {
  private Formatting() {}

  @Native(
      name = "format",
      family = Family.STRING,
      doc =
          "A template with %s replaced by the text of the next argument, %d by it as an int, %f by"
              + " it as a number, and %% by one percent sign; all else is copied.",
      returns = "string",
      tooFew = "format() requires at least 1 argument (template)",
      error = "format() first argument must be a string",
      errors = {
        "format() missing argument for placeholder %X",
        "format() %d requires numeric argument, got V",
        "format() %f requires numeric argument, got V"
      },
      example = "format(\"%s has %d (%f%%)\", \"bob\", 3.9, 1.5)",
      result = "bob has 3 (1.5%)")
  public static String format(
      String template, @Param(raw = true, ownership = Ownership.BORROWED) Object... args) {
    StringBuilder out = new StringBuilder(template.length() + 16);
    int next = 0;
    int from = 0;
    for (int at; (at = template.indexOf('%', from)) >= 0; ) {
      out.append(template, from, at);
      char kind = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
      from = at + 2;
      switch (kind) {
        case '%' -> out.append('%');
        case 's', 'd', 'f' -> {
          if (next == args.length) {
            throw new RuffError("format() missing argument for placeholder %" + kind);
          }
          append(out, kind, args[next++]);
        }
        default -> {
          out.append('%');
          from = at + 1;
        }
      }
    }
    return out.append(template, from, template.length()).toString();
  }

  private static void append(StringBuilder out, char kind, Object value) {
    switch (kind) {
      case 's' -> Display.append(out, value);
      case 'd' -> out.append(whole(value));
      default -> out.append(number(value));
    }
  }

  private static long whole(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Double number) {
      return number.longValue();
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    throw notNumeric('d', value);
  }

  private static String number(Object value) {
    if (value instanceof Double number) {
      return FloatText.of(number);
    }
    if (value instanceof Long number) {
      return Long.toString(number);
    }
    throw notNumeric('f', value);
  }

  private static RuffError notNumeric(char kind, Object value) {
    return new RuffError(
        "format() %" + kind + " requires numeric argument, got " + DebugForm.value(value));
  }
}
