package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;

/** The program {@code calculator} as Java programmers write it. */
public final class Calculator {
  private sealed interface Expr {
    record Number(long value) implements Expr {}

    record Sum(Expr a, Expr b) implements Expr {}

    record Difference(Expr a, Expr b) implements Expr {}

    record Product(Expr a, Expr b) implements Expr {}

    record Negated(Expr a) implements Expr {}
  }

  private record Token(String kind, long value) {}

  private static final String[] OPERATORS = {"+", "-", " * "};

  private final List<Token> tokens;
  private int position;

  private Calculator(List<Token> tokens) {
    this.tokens = tokens;
  }

  private static String text(int terms, long seed) {
    StringBuilder text = new StringBuilder();
    int open = 0;
    for (int i = 0; i < terms; i++) {
      seed = (seed * 16807) % 2147483647;
      if (seed % 5 == 0) {
        text.append('(');
        open++;
      }
      if (seed % 7 == 0) {
        text.append('-');
      }
      text.append(seed % 1000);
      if (open > 0 && seed % 3 == 0) {
        text.append(')');
        open--;
      }
      text.append(OPERATORS[(int) (seed % 3)]);
    }
    return text.append('1').append(")".repeat(open)).toString();
  }

  private static List<Token> tokenize(String text) {
    List<Token> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ' ') {
        i++;
      } else if (c >= '0' && c <= '9') {
        long value = 0;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
          value = value * 10 + (text.charAt(i) - '0');
          i++;
        }
        found.add(new Token("number", value));
      } else {
        found.add(new Token(String.valueOf(c), 0));
        i++;
      }
    }
    found.add(new Token("end", 0));
    return found;
  }

  private Expr factor() {
    Token token = tokens.get(position++);
    return switch (token.kind()) {
      case "number" -> new Expr.Number(token.value());
      case "-" -> new Expr.Negated(factor());
      default -> {
        Expr inner = sum();
        position++;
        yield inner;
      }
    };
  }

  private Expr product() {
    Expr left = factor();
    while (tokens.get(position).kind().equals("*")) {
      position++;
      left = new Expr.Product(left, factor());
    }
    return left;
  }

  private Expr sum() {
    Expr left = product();
    while (true) {
      String kind = tokens.get(position).kind();
      if (kind.equals("+")) {
        position++;
        left = new Expr.Sum(left, product());
      } else if (kind.equals("-")) {
        position++;
        left = new Expr.Difference(left, product());
      } else {
        return left;
      }
    }
  }

  private static long value(Expr e) {
    return switch (e) {
      case Expr.Number x -> x.value();
      case Expr.Sum x -> (value(x.a()) + value(x.b())) % 1000003;
      case Expr.Difference x -> (value(x.a()) - value(x.b())) % 1000003;
      case Expr.Product x -> value(x.a()) * value(x.b()) % 1000003;
      case Expr.Negated x -> -value(x.a());
    };
  }

  /** The result for the size. */
  public static long run(int n) {
    long total = 0;
    for (int i = 0; i < n; i++) {
      total = (total + value(new Calculator(tokenize(text(20, i + 1))).sum())) % 1000003;
    }
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("calculator " + run(Integer.parseInt(args[0])));
  }
}
