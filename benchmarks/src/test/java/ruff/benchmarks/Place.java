package ruff.benchmarks;

/** Where the statements of a measured program stand: variables live differently in each place. */
enum Place {
  TOP_LEVEL("at the top level"),
  FUNCTION("inside a function");

  private final String title;

  Place(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The program with its statements moved to this place. */
  String arrange(String program) {
    return switch (this) {
      case TOP_LEVEL -> program;
      case FUNCTION -> "func measured() {\n" + program + "\n}\nmeasured()\n";
    };
  }
}
