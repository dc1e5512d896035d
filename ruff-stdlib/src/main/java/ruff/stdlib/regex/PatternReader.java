package ruff.stdlib.regex;

import java.util.HashMap;
import java.util.Map;

/**
 * Translates a pattern of our dialect into one of RE2. The dialect is that of Rust's regular
 * expressions: like Perl's without look-around and back-references, Unicode throughout, a brace
 * always a repetition, classes that can be nested and combined, and a comment mode.
 *
 * <p>It also bounds the size of the program that a pattern becomes, because RE2's time is the
 * product of that and the text's length.
 */
final class PatternReader {
  /** How many instructions a program may have, roughly. */
  private static final long LARGEST_PROGRAM = 20_000;

  /** How far groups may be nested. */
  private static final int DEEPEST = 200;

  /** RE2 counts no further than this. */
  private static final int LARGEST_COUNT = 1000;

  private static final int NO_LIMIT = -1;

  private final PatternText in;
  private final boolean asciiOnly;
  private final Map<String, Integer> groups = new HashMap<>();
  private int groupCount;
  private int depth;

  PatternReader(String pattern, boolean asciiOnly) {
    this.in = new PatternText(pattern);
    this.asciiOnly = asciiOnly;
  }

  /** A translated part and the number of instructions it needs, roughly. */
  private record Part(String text, long size) {}

  /** The numbers of the named groups; complete after {@link #read}. */
  Map<String, Integer> groups() {
    return groups;
  }

  String read() throws InvalidPattern {
    Part whole = alternatives();
    if (!in.atEnd()) {
      throw new InvalidPattern("unopened group");
    }
    return whole.text;
  }

  private Part alternatives() throws InvalidPattern {
    StringBuilder out = new StringBuilder();
    long size = 0;
    while (true) {
      Part branch = branch();
      out.append(branch.text);
      size = bounded(size + branch.size + 1);
      if (!in.take('|')) {
        return new Part(out.toString(), size);
      }
      out.append('|');
    }
  }

  private static long bounded(long size) throws InvalidPattern {
    if (size > LARGEST_PROGRAM) {
      throw new InvalidPattern("pattern too large");
    }
    return size;
  }

  private Part branch() throws InvalidPattern {
    StringBuilder out = new StringBuilder();
    long size = 0;
    while (true) {
      in.skipComments();
      if (in.atEnd() || in.peek() == '|' || in.peek() == ')') {
        return new Part(out.toString(), size);
      }
      Part part = repeated(atom());
      out.append(part.text);
      size = bounded(size + part.size);
    }
  }

  /** The part with the repetitions behind it; a second one repeats what the first made. */
  private Part repeated(Part atom) throws InvalidPattern {
    Part part = atom;
    boolean again = false;
    while (true) {
      in.skipComments();
      if (in.atEnd() || "*+?{".indexOf(in.peek()) < 0) {
        return part;
      }
      if (part == atom && atom.size == 0 && atom.text.isEmpty()) {
        throw new InvalidPattern("repetition of nothing");
      }
      part = repetition(again ? new Part("(?:" + part.text + ")", part.size) : part);
      again = true;
    }
  }

  private Part repetition(Part part) throws InvalidPattern {
    char kind = (char) in.next();
    if (kind != '{') {
      return new Part(part.text + kind + lazy(), bounded(part.size + 1));
    }
    int least = number();
    int most = least;
    if (in.take(',')) {
      most = in.peekIs('}') ? NO_LIMIT : number();
    }
    if (!in.take('}') || most != NO_LIMIT && most < least) {
      throw new InvalidPattern("repetition");
    }
    long times = Math.max(1, Math.max(least, most));
    return new Part(counted(part.text, least, most) + lazy(), bounded((part.size + 1) * times));
  }

  private String lazy() {
    in.skipComments();
    return in.take('?') ? "?" : "";
  }

  private static String counted(String text, int least, int most) throws InvalidPattern {
    if (Math.max(least, most) > LARGEST_COUNT) {
      throw new InvalidPattern("count too large");
    }
    String limit = most == NO_LIMIT ? "," : most == least ? "" : "," + most;
    return text + "{" + least + limit + "}";
  }

  private int number() throws InvalidPattern {
    in.skipBlanks();
    int value = 0;
    int digits = 0;
    while (!in.atEnd() && in.peek() >= '0' && in.peek() <= '9') {
      value = Math.min(value * 10 + in.next() - '0', 1_000_000);
      digits++;
    }
    in.skipBlanks();
    if (digits == 0) {
      throw new InvalidPattern("repetition without a number");
    }
    return value;
  }

  private Part atom() throws InvalidPattern {
    int c = in.next();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Part(new ClassReader(in, asciiOnly).read(), 1);
      case '\\' -> new Part(new EscapeReader(in, asciiOnly).outsideClass(), 1);
      case '.', '^', '$' -> new Part(Character.toString(c), 1);
      case '*', '+', '?', '{' -> throw new InvalidPattern("repetition of nothing");
      default -> new Part(EscapeReader.literal(c), 1);
    };
  }

  private Part group() throws InvalidPattern {
    if (++depth > DEEPEST) {
      throw new InvalidPattern("groups too deep");
    }
    boolean comments = in.comments;
    String opening = in.take('?') ? special() : capture();
    if (opening.endsWith(")") || opening.isEmpty()) {
      depth--;
      return new Part(opening, 0);
    }
    Part inner = alternatives();
    if (!in.take(')')) {
      throw new InvalidPattern("unclosed group");
    }
    in.comments = comments;
    depth--;
    return new Part(opening + inner.text + ")", inner.size + 2);
  }

  private String capture() {
    groupCount++;
    return "(";
  }

  /** What follows "(?": a name, or flags for the group or for what comes after it. */
  private String special() throws InvalidPattern {
    if (in.takeAll("P<") || in.take('<')) {
      String name = in.until('>');
      if (!isName(name) || groups.putIfAbsent(name, groupCount + 1) != null) {
        throw new InvalidPattern("group name");
      }
      return capture();
    }
    return flags();
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = Character.isLetter(c) || c == '_';
      boolean other = Character.isDigit(c) || c == '.' || c == '[' || c == ']';
      if (!letter && !(i > 0 && other)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private String flags() throws InvalidPattern {
    StringBuilder set = new StringBuilder();
    StringBuilder cleared = new StringBuilder();
    boolean negative = false;
    boolean any = false;
    boolean comments = in.comments;
    while (true) {
      int c = in.atEnd() ? -1 : in.next();
      switch (c) {
        case 'i', 'm', 's', 'U' -> (negative ? cleared : set).append((char) c);
        case 'x' -> comments = !negative;
        case 'u' -> checkUnicodeFlag(negative);
        case '-' -> checkFirstMinus(negative);
        case ')', ':' -> {
          if (c == ')' && !any) {
            throw new InvalidPattern("no flags");
          }
          in.comments = comments;
          return flagGroup(set, cleared, c == ':');
        }
        default -> throw new InvalidPattern("flag");
      }
      negative = negative || c == '-';
      any = true;
    }
  }

  private static void checkUnicodeFlag(boolean negative) throws InvalidPattern {
    if (negative) {
      throw new InvalidPattern("text is Unicode");
    }
  }

  private static void checkFirstMinus(boolean negative) throws InvalidPattern {
    if (negative) {
      throw new InvalidPattern("second minus");
    }
  }

  private static String flagGroup(StringBuilder set, StringBuilder cleared, boolean opens) {
    String flags = cleared.isEmpty() ? set.toString() : set + "-" + cleared;
    if (opens) {
      return "(?" + flags + ":";
    }
    return flags.isEmpty() ? "" : "(?" + flags + ")";
  }
}
