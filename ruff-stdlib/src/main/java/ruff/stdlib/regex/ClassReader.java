package ruff.stdlib.regex;

import java.util.ArrayList;
import java.util.List;
import ruff.stdlib.text.WhiteSpace;

/** Translates a class in brackets, with classes and set operations in it. */
final class ClassReader {
  private static final int DEEPEST = 50;

  private final PatternText in;
  private final EscapeReader escapes;
  private int depth;

  ClassReader(PatternText in, boolean asciiOnly) {
    this.in = in;
    this.escapes = new EscapeReader(in, asciiOnly);
  }

  /** The class whose opening bracket has been read. */
  String read() throws InvalidPattern {
    return bracketed().inBrackets();
  }

  private ClassItem bracketed() throws InvalidPattern {
    if (++depth > DEEPEST) {
      throw new InvalidPattern("classes too deep");
    }
    boolean negative = in.take('^');
    ClassItem set = union(true);
    while (!in.take(']')) {
      set = combined(set);
    }
    depth--;
    return negative ? set.not() : set;
  }

  /** The set and what an operator takes from it or adds to it. */
  private ClassItem combined(ClassItem left) throws InvalidPattern {
    if (in.takeAll("&&")) {
      ClassItem right = union(false);
      return computed(c -> left.members().contains(c) && right.members().contains(c));
    }
    if (in.takeAll("--")) {
      ClassItem right = union(false);
      return computed(c -> left.members().contains(c) && !right.members().contains(c));
    }
    if (in.takeAll("~~")) {
      ClassItem right = union(false);
      return computed(c -> left.members().contains(c) != right.members().contains(c));
    }
    throw new InvalidPattern("unclosed class");
  }

  private static ClassItem computed(ClassItem.CodePoints members) {
    return new ClassItem(null, null, members);
  }

  /** Items up to the end of the class or an operator. */
  private ClassItem union(boolean first) throws InvalidPattern {
    List<ClassItem> items = new ArrayList<>();
    boolean bracketIsPlain = first;
    while (true) {
      in.skipComments();
      if (in.atEnd()) {
        throw new InvalidPattern("unclosed class");
      }
      if (in.peekIs(']') && !bracketIsPlain || isOperator()) {
        return joined(items);
      }
      bracketIsPlain = false;
      items.add(item());
    }
  }

  private boolean isOperator() {
    return in.peekAll("&&") || in.peekAll("--") || in.peekAll("~~");
  }

  private static ClassItem joined(List<ClassItem> items) {
    StringBuilder inside = new StringBuilder();
    for (ClassItem item : items) {
      inside = inside == null || item.inside() == null ? null : inside.append(item.inside());
    }
    String text = inside == null || inside.isEmpty() ? null : inside.toString();
    return new ClassItem(text, null, c -> items.stream().anyMatch(i -> i.members().contains(c)));
  }

  private ClassItem item() throws InvalidPattern {
    if (in.peekIs('[')) {
      return in.takeAll("[:") ? posix() : nested();
    }
    ClassItem whole = in.take('\\') ? escaped() : single(in.next());
    if (whole.inside() == null || !isCharacter(whole)) {
      return whole;
    }
    in.skipComments();
    if (!in.peekIs('-') || in.peekAll("-]") || in.peekAll("--")) {
      return whole;
    }
    in.take('-');
    in.skipComments();
    ClassItem last = in.take('\\') ? escaped() : single(in.next());
    if (!(whole.members() instanceof Single low && last.members() instanceof Single high)
        || high.codePoint < low.codePoint) {
      throw new InvalidPattern("range");
    }
    return ClassItem.range(low.codePoint, high.codePoint);
  }

  /** One character. */
  private record Single(int codePoint) implements ClassItem.CodePoints {
    @Override
    public boolean contains(int c) {
      return c == codePoint;
    }
  }

  private static boolean isCharacter(ClassItem item) {
    return item.members() instanceof Single;
  }

  private static ClassItem single(int c) {
    return new ClassItem(EscapeReader.literal(c), null, new Single(c));
  }

  private ClassItem nested() throws InvalidPattern {
    in.take('[');
    return bracketed();
  }

  private ClassItem escaped() throws InvalidPattern {
    int c = in.next();
    return switch (c) {
      case 'd', 'D', 'w', 'W', 's', 'S' -> perlClass(c);
      case 'p', 'P' -> new PropertyReader(in).read(c == 'P');
      default -> single(escapes.character(c));
    };
  }

  private ClassItem perlClass(int c) {
    ClassItem positive =
        new ClassItem(escapes.perlClass(c), escapes.notPerlClass(c), perlMembers(c | 0x20));
    return EscapeReader.isLower(c) ? positive : positive.not();
  }

  private static ClassItem.CodePoints perlMembers(int kind) {
    return switch (kind) {
      case 'd' -> c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
      case 's' -> WhiteSpace::is;
      default -> ClassReader::isWord;
    };
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return Character.isAlphabetic(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.CONNECTOR_PUNCTUATION
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || c == 0x200C
        || c == 0x200D;
  }

  private ClassItem posix() throws InvalidPattern {
    boolean negative = in.take('^');
    String name = in.until(':');
    if (!in.take(']')) {
      throw new InvalidPattern("POSIX class");
    }
    ClassItem item = PosixClass.named(name);
    return negative ? item.not() : item;
  }
}
