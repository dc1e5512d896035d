package ruff.natives;

/** The chapters of the library's reference page. */
public enum Family {
  OUTPUT("Output and input"),
  CONVERSION("Conversions and type tests"),
  STRING("Strings"),
  ARRAY("Arrays"),
  HIGHER_ORDER("Higher-order functions"),
  DICT("Dicts"),
  COLLECTION("Sets, queues and stacks"),
  MATH("Math and bits"),
  ASSERTION("Assertions"),
  RANDOM("Random"),
  TIME("Time and dates"),
  REGEX("Regular expressions"),
  DATA_FORMAT("JSON, TOML, YAML, CSV, base64"),
  CRYPTO("Hashes, passwords, encryption, tokens"),
  FILE("Files and paths"),
  ARCHIVE("Archives"),
  IMAGE("Images"),
  ENVIRONMENT("Environment and arguments"),
  PROCESS("Processes and shell"),
  NETWORK("Sockets"),
  HTTP("HTTP"),
  DATABASE("Databases"),
  ASYNC("Promises, tasks and channels"),
  PAGES("Page generation");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
