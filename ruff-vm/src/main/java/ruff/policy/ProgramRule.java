package ruff.policy;

/**
 * One program, found when the rule was made: a later change of the search path does not change what
 * the rule means.
 *
 * @param path absolute, its folder without links; null when there was no such program
 * @param realPath where links at the end of that path lead; a program that goes by several names
 *     acts by its name, so both have to agree
 * @param anyOfName a name whose programs are all meant, wherever they are; null for none
 */
public record ProgramRule(String path, String realPath, String anyOfName) implements Rule {
  @Override
  public boolean matches(Resource resource) {
    if (!(resource instanceof Resource.Program program)) {
      return false;
    }
    boolean same = program.path().equals(path) && program.realPath().equals(realPath);
    return same || anyOfName != null && isNamed(program);
  }

  /** Denials are meant for every way that leads to the program. */
  private boolean isNamed(Resource.Program program) {
    return program.realPath().equals(realPath)
        || fileName(program.path()).equals(anyOfName)
        || fileName(program.realPath()).equals(anyOfName);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public String toString() {
    return path == null ? anyOfName : path;
  }
}
