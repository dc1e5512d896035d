package ruff.lexer;

import java.util.HashMap;
import java.util.Map;

/**
 * Every kind of token. The words and signs of the language are declared here and nowhere else.
 *
 * <p>{@code Ok}, {@code Err}, {@code Some}, {@code None} and {@code throw} are plain identifiers to
 * the lexer; the parser gives them their meaning.
 */
public enum TokenKind {
  LET(Group.KEYWORD, "let"),
  MUT(Group.KEYWORD, "mut"),
  CONST(Group.KEYWORD, "const"),
  FUNC(Group.KEYWORD, "func"),
  RETURN(Group.KEYWORD, "return"),
  ENUM(Group.KEYWORD, "enum"),
  MATCH(Group.KEYWORD, "match"),
  CASE(Group.KEYWORD, "case"),
  DEFAULT(Group.KEYWORD, "default"),
  IF(Group.KEYWORD, "if"),
  ELSE(Group.KEYWORD, "else"),
  LOOP(Group.KEYWORD, "loop"),
  WHILE(Group.KEYWORD, "while"),
  FOR(Group.KEYWORD, "for"),
  IN(Group.KEYWORD, "in"),
  BREAK(Group.KEYWORD, "break"),
  CONTINUE(Group.KEYWORD, "continue"),
  TRY(Group.KEYWORD, "try"),
  EXCEPT(Group.KEYWORD, "except"),
  INT_TYPE(Group.KEYWORD, "int"),
  FLOAT_TYPE(Group.KEYWORD, "float"),
  STRING_TYPE(Group.KEYWORD, "string"),
  BOOL_TYPE(Group.KEYWORD, "bool"),
  IMPORT(Group.KEYWORD, "import"),
  EXPORT(Group.KEYWORD, "export"),
  FROM(Group.KEYWORD, "from"),
  STRUCT(Group.KEYWORD, "struct"),
  IMPL(Group.KEYWORD, "impl"),
  SELF(Group.KEYWORD, "self"),
  NULL(Group.KEYWORD, "null"),
  SPAWN(Group.KEYWORD, "spawn"),
  TEST(Group.KEYWORD, "test"),
  TEST_SETUP(Group.KEYWORD, "test_setup"),
  TEST_TEARDOWN(Group.KEYWORD, "test_teardown"),
  TEST_GROUP(Group.KEYWORD, "test_group"),
  YIELD(Group.KEYWORD, "yield"),
  ASYNC(Group.KEYWORD, "async"),
  AWAIT(Group.KEYWORD, "await"),
  TRUE(Group.KEYWORD, "true"),
  FALSE(Group.KEYWORD, "false"),

  PLUS(Group.SIGN, "+"),
  MINUS(Group.SIGN, "-"),
  STAR(Group.SIGN, "*"),
  SLASH(Group.SIGN, "/"),
  PERCENT(Group.SIGN, "%"),
  EQUAL(Group.SIGN, "=="),
  NOT_EQUAL(Group.SIGN, "!="),
  LESS(Group.SIGN, "<"),
  GREATER(Group.SIGN, ">"),
  LESS_EQUAL(Group.SIGN, "<="),
  GREATER_EQUAL(Group.SIGN, ">="),
  AND(Group.SIGN, "&&"),
  OR(Group.SIGN, "||"),
  NOT(Group.SIGN, "!"),
  DECLARE(Group.SIGN, ":="),
  ASSIGN(Group.SIGN, "="),
  PLUS_ASSIGN(Group.SIGN, "+="),
  MINUS_ASSIGN(Group.SIGN, "-="),
  STAR_ASSIGN(Group.SIGN, "*="),
  SLASH_ASSIGN(Group.SIGN, "/="),
  PERCENT_ASSIGN(Group.SIGN, "%="),
  ARROW(Group.SIGN, "->"),
  DOUBLE_COLON(Group.SIGN, "::"),
  QUESTION(Group.SIGN, "?"),
  COALESCE(Group.SIGN, "??"),
  OPTIONAL_DOT(Group.SIGN, "?."),
  PIPE(Group.SIGN, "|>"),
  ELLIPSIS(Group.SIGN, "..."),
  /** A sign without meaning; kept as a token so that the parser can name it. */
  AMPERSAND(Group.SIGN, "&"),
  /** A sign without meaning; kept as a token so that the parser can name it. */
  BAR(Group.SIGN, "|"),
  LEFT_PAREN(Group.SIGN, "("),
  RIGHT_PAREN(Group.SIGN, ")"),
  LEFT_BRACE(Group.SIGN, "{"),
  RIGHT_BRACE(Group.SIGN, "}"),
  LEFT_BRACKET(Group.SIGN, "["),
  RIGHT_BRACKET(Group.SIGN, "]"),
  COMMA(Group.SIGN, ","),
  SEMICOLON(Group.SIGN, ";"),
  COLON(Group.SIGN, ":"),
  DOT(Group.SIGN, "."),

  IDENTIFIER(Group.CLASS, "identifier"),
  INT(Group.CLASS, "integer"),
  FLOAT(Group.CLASS, "float"),
  /** A string without interpolation, quotes included. */
  STRING(Group.CLASS, "string"),
  /** From the opening quote of an interpolated string to its first <code>${</code>. */
  STRING_OPEN(Group.CLASS, "string"),
  /** From the <code>}</code> of one interpolation to the <code>${</code> of the next. */
  STRING_MIDDLE(Group.CLASS, "string"),
  /** From the <code>}</code> of the last interpolation to the closing quote. */
  STRING_CLOSE(Group.CLASS, "string"),
  /** A number that was reported as faulty. */
  INVALID(Group.CLASS, "invalid number"),
  END_OF_FILE(Group.CLASS, "end of file");

  private enum Group {
    KEYWORD,
    SIGN,
    /** Tokens of many spellings. */
    CLASS
  }

  private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();

  static {
    for (TokenKind kind : values()) {
      if (kind.isKeyword()) {
        KEYWORDS.put(kind.label, kind);
      }
    }
  }

  private final Group group;
  private final String label;

  TokenKind(Group group, String label) {
    this.group = group;
    this.label = label;
  }

  public boolean isKeyword() {
    return group == Group.KEYWORD;
  }

  /** Whether this is an operator or a punctuation mark. */
  public boolean isSign() {
    return group == Group.SIGN;
  }

  /** The one way to write this kind, or null for identifiers, literals and the end. */
  public String spelling() {
    return group == Group.CLASS ? null : label;
  }

  /** How messages name the kind: {@code 'let'}, {@code identifier}, {@code end of file}. */
  public String describe() {
    return group == Group.CLASS ? label : "'" + label + "'";
  }

  /** The keyword spelled so, or null when the word is an ordinary name. */
  public static TokenKind keyword(String word) {
    return KEYWORDS.get(word);
  }
}
