package ruff.stdlib.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads a translated pattern for ASCII text as {@link Steps}. Gives up on everything that is not a
 * plain part: anchors, boundaries, flags, and repetitions of what can match nothing.
 */
final class StepsReader {
  /** A part of a pattern. */
  private sealed interface Node {
    /** Whether it can match nothing. */
    boolean nullable();

    record Characters(BitSet members) implements Node {
      @Override
      public boolean nullable() {
        return false;
      }
    }

    record Row(List<Node> parts) implements Node {
      @Override
      public boolean nullable() {
        return parts.stream().allMatch(Node::nullable);
      }
    }

    record Choice(List<Node> ways) implements Node {
      @Override
      public boolean nullable() {
        return ways.stream().anyMatch(Node::nullable);
      }
    }

    /**
     * @param most -1 when there is no limit
     */
    record Repetition(Node part, int least, int most, boolean lazy) implements Node {
      @Override
      public boolean nullable() {
        return least == 0 || part.nullable();
      }
    }
  }

  /** A part that is not plain. */
  private static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlain() {
      super(null, null, false, false);
    }
  }

  private final String pattern;
  private final Steps steps = new Steps();
  private int at;

  private StepsReader(String pattern) {
    this.pattern = pattern;
  }

  /** The steps of a pattern, or null when it has parts that are not plain. */
  static Steps read(String translated) {
    StepsReader reader = new StepsReader(translated);
    try {
      Node whole = reader.alternatives();
      if (whole.nullable() || reader.at < translated.length()) {
        return null;
      }
      reader.steps.begin(reader.emit(whole, Steps.DONE), run(whole));
      return reader.steps;
    } catch (NotPlain unknown) {
      return null;
    }
  }

  /** What a part begins with if that is one class repeated without end, or null. */
  private static BitSet run(Node node) {
    return switch (node) {
      case Node.Row row -> row.parts.isEmpty() ? null : run(row.parts.getFirst());
      case Node.Repetition(Node.Characters one, int least, int most, boolean lazy) ->
          most < 0 ? one.members : null;
      default -> null;
    };
  }

  private boolean has(String part) {
    return pattern.startsWith(part, at);
  }

  private char here() throws NotPlain {
    if (at >= pattern.length()) {
      throw new NotPlain();
    }
    return pattern.charAt(at);
  }

  private Node alternatives() throws NotPlain {
    List<Node> ways = new ArrayList<>();
    ways.add(row());
    while (has("|")) {
      at++;
      ways.add(row());
    }
    return ways.size() == 1 ? ways.getFirst() : new Node.Choice(ways);
  }

  private Node row() throws NotPlain {
    List<Node> parts = new ArrayList<>();
    while (at < pattern.length() && !has("|") && !has(")")) {
      parts.add(repeated(atom()));
    }
    return new Node.Row(parts);
  }

  private Node atom() throws NotPlain {
    if (has("(?:") || has("(") && !has("(?")) {
      at += has("(?:") ? 3 : 1;
      Node inner = alternatives();
      if (here() != ')') {
        throw new NotPlain();
      }
      at++;
      return inner;
    }
    BitSet members = new BitSet(Steps.CHARACTERS);
    if (has("[")) {
      readClass(members);
    } else if (has(".")) {
      at++;
      members.set(0, Steps.CHARACTERS);
      members.clear('\n');
    } else if (has("^") || has("$") || has("(")) {
      throw new NotPlain();
    } else {
      int character = character();
      if (character < Steps.CHARACTERS) {
        members.set(character);
      }
    }
    return new Node.Characters(members);
  }

  /** A character as {@link EscapeReader#literal} writes it. */
  private int character() throws NotPlain {
    char c = here();
    if (c != '\\') {
      int character = pattern.codePointAt(at);
      at += Character.charCount(character);
      return character;
    }
    at++;
    char escaped = here();
    at++;
    return switch (escaped) {
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'x' -> hexadecimal();
      default -> {
        if (Character.isLetterOrDigit(escaped)) {
          throw new NotPlain();
        }
        yield escaped;
      }
    };
  }

  private int hexadecimal() throws NotPlain {
    int end = pattern.indexOf('}', at);
    if (here() != '{' || end < 0) {
      throw new NotPlain();
    }
    int value = Integer.parseInt(pattern, at + 1, end, 16);
    at = end + 1;
    return value;
  }

  private void readClass(BitSet members) throws NotPlain {
    at++;
    boolean negative = has("^");
    at += negative ? 1 : 0;
    while (here() != ']') {
      if (!readPerlClass(members)) {
        int first = character();
        int last = first;
        if (here() == '-') {
          at++;
          last = character();
        }
        if (first < Steps.CHARACTERS) {
          members.set(first, Math.min(last, Steps.CHARACTERS - 1) + 1);
        }
      }
    }
    at++;
    if (negative) {
      members.flip(0, Steps.CHARACTERS);
    }
  }

  /** Passes over a class such as \D inside another one. */
  private boolean readPerlClass(BitSet members) throws NotPlain {
    if (here() != '\\' || at + 1 == pattern.length()) {
      return false;
    }
    BitSet part = new BitSet(Steps.CHARACTERS);
    char kind = pattern.charAt(at + 1);
    switch (kind) {
      case 'd', 'D' -> part.set('0', '9' + 1);
      case 's', 'S' -> {
        part.set('\t', '\n' + 1);
        part.set('\f', '\r' + 1);
        part.set(' ');
      }
      case 'w', 'W' -> {
        part.set('0', '9' + 1);
        part.set('A', 'Z' + 1);
        part.set('a', 'z' + 1);
        part.set('_');
      }
      default -> {
        return false;
      }
    }
    if (Character.isUpperCase(kind)) {
      part.flip(0, Steps.CHARACTERS);
    }
    members.or(part);
    at += 2;
    return true;
  }

  private Node repeated(Node atom) throws NotPlain {
    Node part = atom;
    while (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
      char kind = pattern.charAt(at++);
      int least = kind == '+' ? 1 : 0;
      int most = kind == '?' ? 1 : -1;
      if (kind == '{') {
        least = number();
        most = least;
        if (here() == ',') {
          at++;
          most = here() == '}' ? -1 : number();
        }
        at++;
      }
      boolean lazy = has("?");
      at += lazy ? 1 : 0;
      if (part.nullable()) {
        throw new NotPlain();
      }
      part = new Node.Repetition(part, least, most, lazy);
    }
    return part;
  }

  private int number() throws NotPlain {
    int value = 0;
    while (here() >= '0' && here() <= '9') {
      value = value * 10 + here() - '0';
      at++;
    }
    return value;
  }

  /** Adds the steps of a part in front of others; answers the first one. */
  private int emit(Node node, int then) throws NotPlain {
    if (steps.isFull()) {
      throw new NotPlain();
    }
    return switch (node) {
      case Node.Characters characters -> steps.pass(characters.members, then);
      case Node.Row row -> {
        int first = then;
        for (Node part : row.parts.reversed()) {
          first = emit(part, first);
        }
        yield first;
      }
      case Node.Choice choice -> {
        int first = emit(choice.ways.getLast(), then);
        for (Node way : choice.ways.subList(0, choice.ways.size() - 1).reversed()) {
          first = steps.choice(emit(way, then), first);
        }
        yield first;
      }
      case Node.Repetition repetition -> emit(repetition, then);
    };
  }

  private int emit(Node.Repetition repetition, int then) throws NotPlain {
    int first = then;
    if (repetition.most < 0) {
      int loop = steps.choice(then, then);
      int body = emit(repetition.part, loop);
      lead(loop, body, then, repetition.lazy);
      first = loop;
    } else {
      for (int i = repetition.least; i < repetition.most; i++) {
        int body = emit(repetition.part, first);
        int choice = steps.choice(body, then);
        lead(choice, body, then, repetition.lazy);
        first = choice;
      }
    }
    for (int i = 0; i < repetition.least; i++) {
      first = emit(repetition.part, first);
    }
    return first;
  }

  private void lead(int choice, int body, int out, boolean lazy) {
    steps.lead(choice, lazy ? out : body, lazy ? body : out);
  }
}
