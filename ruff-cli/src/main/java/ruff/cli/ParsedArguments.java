package ruff.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ruff.source.Spelling;

/** The words after a command, sorted into options and operands. */
final class ParsedArguments {
  private final Map<Option, String> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private ParsedArguments() {}

  /** Reads words where options and operands may come in any order; {@code --} ends the options. */
  static ParsedArguments mixed(List<Option> options, List<String> words) throws UsageException {
    return new Reader(options, words).read(false);
  }

  /**
   * Reads options up to the first operand or the end of options; every word from there on belongs
   * to a program. An option {@code -e} counts as the operand.
   */
  static ParsedArguments leading(List<Option> options, List<String> words) throws UsageException {
    return new Reader(options, words).read(true);
  }

  boolean has(Option option) {
    return values.containsKey(option);
  }

  /** The value of an option, or null when it was not given. */
  String value(Option option) {
    return values.get(option);
  }

  List<String> operands() {
    return operands;
  }

  private static final class Reader {
    private final ParsedArguments result = new ParsedArguments();
    private final List<Option> options;
    private final List<String> words;
    private int next;

    Reader(List<Option> options, List<String> words) {
      this.options = options;
      this.words = words;
    }

    ParsedArguments read(boolean programFollows) throws UsageException {
      while (next < words.size()) {
        String word = words.get(next);
        if (word.equals("--")) {
          next++;
          break;
        }
        if (!word.startsWith("-") || word.equals("-")) {
          if (programFollows) {
            break;
          }
          result.operands.add(word);
          next++;
          continue;
        }
        next++;
        if (readOption(word) == Options.CODE) {
          break;
        }
      }
      result.operands.addAll(words.subList(next, words.size()));
      return result;
    }

    private Option readOption(String word) throws UsageException {
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = equals < 0 ? word : word.substring(0, equals);
      String given = equals < 0 ? null : word.substring(equals + 1);
      Option option = find(name);
      if (option == null) {
        throw unexpected(name);
      }
      if (result.has(option)) {
        throw UsageException.of(
            "the argument '" + option.usage() + "' cannot be used multiple times");
      }
      result.values.put(option, option.takesValue() ? valueOf(option, given) : "");
      if (option.mayTakeValue() && given != null) {
        result.values.put(option, requireText(option, given));
      } else if (!option.takesValue() && given != null) {
        throw UsageException.of(
            "unexpected value '" + given + "' for '" + name + "' found; no more were expected");
      }
      return option;
    }

    private static String requireText(Option option, String given) throws UsageException {
      if (given.isEmpty()) {
        throw UsageException.of(
            "a value is required for '" + option.name() + "=' but none was supplied");
      }
      return given;
    }

    private String valueOf(Option option, String given) throws UsageException {
      if (given != null) {
        return given;
      }
      if (next == words.size()) {
        throw UsageException.of(
            "a value is required for '" + option.usage() + "' but none was supplied");
      }
      return words.get(next++);
    }

    private Option find(String name) {
      for (Option option : options) {
        boolean short_ = !option.letter().isEmpty() && name.equals("-" + option.letter());
        if (short_ || name.equals(option.name())) {
          return option;
        }
      }
      return null;
    }

    private UsageException unexpected(String name) {
      List<String> known =
          options.stream().filter(option -> !option.hidden()).map(Option::name).toList();
      String nearest = Spelling.nearest(name, known);
      return UsageException.of(
          "unexpected argument '" + name + "' found",
          nearest == null ? null : "a similar argument exists: '" + nearest + "'");
    }
  }
}
