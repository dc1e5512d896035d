package ruff.parser;

import java.util.Arrays;
import java.util.List;
import ruff.lexer.Token;
import ruff.lexer.TokenKind;

/**
 * Which closing bracket belongs to which opening one, found before parsing and used after faults.
 *
 * <p>Braces and interpolations are stronger than parentheses and square brackets: a closing brace
 * ends whatever was left open inside it. Every step is paid for by a token, so the time is linear.
 */
final class BracketPairs {
  private static final int NONE = -1;

  private final List<Token> tokens;
  private final int[] closing;
  private final boolean[] paired;
  private final int[] stack;
  private int depth;
  private int openBraces;

  /** For each kind of weak bracket, how many are open since the last strong one. */
  private int openParens;

  private int openSquares;
  private final int[] parensOutside;
  private final int[] squaresOutside;

  private BracketPairs(List<Token> tokens) {
    this.tokens = tokens;
    int size = tokens.size();
    closing = new int[size];
    paired = new boolean[size];
    stack = new int[size];
    parensOutside = new int[size];
    squaresOutside = new int[size];
    Arrays.fill(closing, NONE);
  }

  static BracketPairs of(List<Token> tokens) {
    BracketPairs pairs = new BracketPairs(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      pairs.add(i);
    }
    return pairs;
  }

  /** The index of the token that closes the bracket at an index; negative when nothing does. */
  int closing(int open) {
    return closing[open];
  }

  /** Whether the bracket at an index closes another one. */
  boolean isPaired(int close) {
    return paired[close];
  }

  private void add(int i) {
    switch (kind(i)) {
      case LEFT_PAREN -> {
        openParens++;
        push(i);
      }
      case LEFT_BRACKET -> {
        openSquares++;
        push(i);
      }
      case LEFT_BRACE -> {
        openBraces++;
        pushStrong(i);
      }
      case STRING_OPEN -> pushStrong(i);
      case RIGHT_PAREN -> closeWeak(i, TokenKind.LEFT_PAREN, openParens);
      case RIGHT_BRACKET -> closeWeak(i, TokenKind.LEFT_BRACKET, openSquares);
      case RIGHT_BRACE -> closeBrace(i);
      case STRING_MIDDLE -> {
        closeString(i);
        pushStrong(i);
      }
      case STRING_CLOSE -> closeString(i);
      default -> {}
    }
  }

  private void closeWeak(int i, TokenKind opener, int open) {
    if (open == 0) {
      return;
    }
    int candidate = pop();
    while (kind(candidate) != opener) {
      candidate = pop();
    }
    pair(candidate, i);
  }

  private void closeBrace(int i) {
    if (openBraces == 0) {
      return;
    }
    int candidate = pop();
    while (kind(candidate) != TokenKind.LEFT_BRACE) {
      candidate = pop();
    }
    pair(candidate, i);
  }

  private void closeString(int i) {
    while (depth > 0) {
      int candidate = pop();
      TokenKind kind = kind(candidate);
      if (kind == TokenKind.STRING_OPEN || kind == TokenKind.STRING_MIDDLE) {
        pair(candidate, i);
        return;
      }
    }
  }

  private void pair(int open, int close) {
    closing[open] = close;
    paired[close] = true;
  }

  private void push(int i) {
    stack[depth++] = i;
  }

  private void pushStrong(int i) {
    parensOutside[i] = openParens;
    squaresOutside[i] = openSquares;
    openParens = 0;
    openSquares = 0;
    push(i);
  }

  private int pop() {
    int i = stack[--depth];
    switch (kind(i)) {
      case LEFT_PAREN -> openParens--;
      case LEFT_BRACKET -> openSquares--;
      default -> {
        openBraces -= kind(i) == TokenKind.LEFT_BRACE ? 1 : 0;
        openParens = parensOutside[i];
        openSquares = squaresOutside[i];
      }
    }
    return i;
  }

  private TokenKind kind(int i) {
    return tokens.get(i).kind();
  }
}
