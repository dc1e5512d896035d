package ruff.stdlib.environment;

import java.util.Iterator;
import java.util.List;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.RuffError;

/** One reading of a program's arguments. */
final class ArgumentScan {
  private final List<Option> options;
  private final DictValue found = new DictValue();
  private final ArrayValue positional = new ArrayValue();

  ArgumentScan(List<Option> options) {
    this.options = options;
  }

  /** The values of all options, and the words that belong to none. */
  DictValue scan(List<String> words) {
    Iterator<String> rest = words.iterator();
    boolean optionsEnded = false;
    while (rest.hasNext()) {
      String word = rest.next();
      if (optionsEnded || !word.startsWith("-") || word.equals("-")) {
        positional.add(word);
      } else if (word.equals("--")) {
        optionsEnded = true;
      } else {
        take(word, rest);
      }
    }
    addMissing();
    if (positional.size > 0) {
      found.put("_positional", positional);
    }
    return found;
  }

  private void take(String word, Iterator<String> rest) {
    Option option = find(word);
    if (option == null) {
      takeJoined(word);
    } else if (option.isFlag()) {
      found.put(option.key(), true);
    } else if (rest.hasNext()) {
      found.put(option.key(), option.valueOf(rest.next()));
    } else {
      throw new RuffError("Argument " + option.longName() + " requires a value");
    }
  }

  /** Takes {@code --name=value}. */
  private void takeJoined(String word) {
    int equals = word.indexOf('=');
    Option option = equals < 0 ? null : find(word.substring(0, equals));
    String value = word.substring(equals + 1);
    if (option == null || (option.isFlag() && !isTruth(value))) {
      throw new RuffError("Unknown argument: " + word);
    }
    found.put(option.key(), option.isFlag() ? value.equals("true") : option.valueOf(value));
  }

  private static boolean isTruth(String word) {
    return word.equals("true") || word.equals("false");
  }

  private Option find(String word) {
    for (Option option : options) {
      if (option.isCalled(word)) {
        return option;
      }
    }
    return null;
  }

  private void addMissing() {
    for (Option option : options) {
      if (!found.contains(option.key())) {
        if (option.required()) {
          throw new RuffError("Required argument " + option.longName() + " is missing");
        }
        found.put(option.key(), option.missing());
      }
    }
  }
}
