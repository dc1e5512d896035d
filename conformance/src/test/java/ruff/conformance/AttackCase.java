package ruff.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One attempt to do what was not allowed: a program, its options, what it must be told, and what
 * may change. Read from a text; see {@link AttackCorpus}.
 */
final class AttackCase {
  final String id;
  final String title;
  final List<String> flags = new ArrayList<>();
  final StringBuilder program = new StringBuilder();
  final StringBuilder printed = new StringBuilder();
  final List<String> errors = new ArrayList<>();
  final List<String> changes = new ArrayList<>();
  final Map<String, String> files = new HashMap<>();
  final Map<String, String> links = new HashMap<>();
  final Map<String, String> twins = new HashMap<>();
  final Map<String, String> environment = new HashMap<>();
  int status;
  int connections;
  boolean alone;
  long withinMillis = Long.MAX_VALUE;

  /** Why the attack cannot be made here; null for an attack. */
  String notApplicable;

  private String openFile;

  AttackCase(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** P, N, E, I, D or R. */
  String group() {
    return id.substring(0, 1);
  }

  void addLine(String line) {
    if (line.startsWith("|")) {
      program.append(afterMark(line)).append('\n');
    } else if (line.startsWith(">")) {
      printed.append(afterMark(line)).append('\n');
    } else if (line.startsWith("+")) {
      files.merge(openFile, afterMark(line) + "\n", String::concat);
    } else {
      addFact(line.split(" ", 2));
    }
  }

  private static String afterMark(String line) {
    return line.length() < 2 ? "" : line.substring(2);
  }

  private void addFact(String[] parts) {
    String value = parts.length == 1 ? "" : parts[1];
    switch (parts[0]) {
      case "flags" -> flags.addAll(ShellWords.split(value));
      case "denied" -> addDenial(value.split(" "));
      case "error" -> {
        errors.add(value);
        status = status == 0 ? 4 : status;
      }
      case "status" -> status = Integer.parseInt(value);
      case "changes" -> changes.add(value);
      case "file" -> {
        openFile = value;
        files.put(value, "");
      }
      case "twin" -> twins.put(value.split(" ")[0], value.split(" ")[1]);
      case "link" -> links.put(value.split(" ")[0], value.split(" ")[1]);
      case "env" -> environment.put(value.split("=", 2)[0], value.split("=", 2)[1]);
      case "connections" -> connections = Integer.parseInt(value);
      case "alone" -> alone = true;
      case "within" -> withinMillis = Long.parseLong(value);
      case "not" -> notApplicable = value;
      default -> throw new IllegalArgumentException(id + ": no such fact: " + parts[0]);
    }
  }

  private void addDenial(String[] capabilityAndSurface) {
    errors.add(denial(capabilityAndSurface[0], capabilityAndSurface[1]));
    status = 4;
  }

  private static String denial(String capability, String surface) {
    String flag = "--allow-" + capability.replace("filesystem", "fs").replace("network", "net");
    return "Capability denied: " + capability + " required for " + surface + "; rerun with " + flag;
  }

  @Override
  public String toString() {
    return id + " " + title;
  }
}
