package ruff.parser;

/** Counts how deep the text nests and refuses what goes too deep. */
final class Nesting {
  private final Recovery recovery;
  private int expressions;
  private int blocks;

  /** One message is enough for all that is too deep in one block. */
  private boolean tooDeepBlockReported;

  Nesting(Recovery recovery) {
    this.recovery = recovery;
  }

  /** Goes one level down; false, with a fault reported, when that is too deep. */
  boolean enterExpression(String construct) {
    if (expressions == ParseLimits.EXPRESSION_DEPTH) {
      recovery.fault(tooDeep("expression", ParseLimits.EXPRESSION_DEPTH, construct));
      return false;
    }
    expressions++;
    return true;
  }

  void leaveExpression() {
    expressions--;
  }

  /** Goes one level down; false, with a fault reported, when that is too deep. */
  boolean enterBlock(String construct) {
    if (blocks == ParseLimits.BLOCK_DEPTH) {
      if (!tooDeepBlockReported) {
        recovery.fault(tooDeep("block", ParseLimits.BLOCK_DEPTH, construct));
      }
      tooDeepBlockReported = true;
      return false;
    }
    blocks++;
    return true;
  }

  void leaveBlock() {
    tooDeepBlockReported = false;
    blocks--;
  }

  private static String tooDeep(String what, int limit, String construct) {
    return "Maximum "
        + what
        + " nesting depth of "
        + limit
        + " exceeded while parsing "
        + construct;
  }
}
