package ruff.source;

/** Every code a message can carry, with its subsystem and standing advice. */
public enum DiagnosticCode {
  INVALID_CHARACTER("RUFLEX001", Subsystem.LEXER),
  NULL_BYTE("RUFLEX002", Subsystem.LEXER),
  UNTERMINATED_STRING("RUFLEX003", Subsystem.LEXER),
  UNTERMINATED_COMMENT("RUFLEX004", Subsystem.LEXER),
  INVALID_ESCAPE("RUFLEX005", Subsystem.LEXER),
  NUMBER_OVERFLOW("RUFLEX006", Subsystem.LEXER),
  MALFORMED_NUMBER("RUFLEX007", Subsystem.LEXER),
  IDENTIFIER_TOO_LONG("RUFLEX008", Subsystem.LEXER),
  STRING_TOO_LONG("RUFLEX009", Subsystem.LEXER),
  NUMBER_TOO_LONG("RUFLEX010", Subsystem.LEXER),
  SYNTAX("RUFPARSE001", Subsystem.PARSER),
  VM("RUFVM001", Subsystem.VM),
  CLI("RUFCLI001", Subsystem.CLI),
  LANGUAGE_SERVER("RUFLSP001", Subsystem.LSP);

  /** The part of Ruff that speaks. */
  public enum Subsystem {
    LEXER("lexer", "Fix the lexical error in source and run again."),
    PARSER("parser", "Fix the parse error and rerun Ruff."),
    VM("vm", null),
    CLI("cli", null),
    LSP("lsp", null);

    private final String label;
    private final String help;

    Subsystem(String label, String help) {
      this.label = label;
      this.help = help;
    }

    public String label() {
      return label;
    }

    /** One line of advice, or null. */
    public String help() {
      return help;
    }
  }

  private final String id;
  private final Subsystem subsystem;

  DiagnosticCode(String id, Subsystem subsystem) {
    this.id = id;
    this.subsystem = subsystem;
  }

  /** The code as printed, such as {@code RUFLEX003}. */
  public String id() {
    return id;
  }

  public Subsystem subsystem() {
    return subsystem;
  }
}
