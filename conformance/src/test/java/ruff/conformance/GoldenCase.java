package ruff.conformance;

import java.util.List;

/** One program or command line with what it must print. */
sealed interface GoldenCase permits ScriptCase, CommandCase {
  /** The path below the folder of all cases, without the ending of a program. */
  String name();

  /**
   * Runs the case in a scratch copy of its files.
   *
   * @return what differs from the expectation; empty where nothing does
   */
  List<String> differences(Launcher launcher, Tier tier);
}
