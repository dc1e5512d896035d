package ruff.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ruff.natives.Native;
import ruff.natives.NativeEntry;
import ruff.natives.NativeEntry.Parameter;

/** The errors that the page promises for one function, to be recognised in messages. */
final class DocumentedErrors {
  /** What stands for something else in the texts of declarations. */
  private static final Pattern GAP =
      Pattern.compile(
          "\\{[a-z]+}|\\b(?:[A-Z]|OSERR|WHY|WHAT|TYPE|REASON|LABEL|STDERR|HASH|NAME|TEXT|BODY)\\b");

  private final List<Pattern> patterns = new ArrayList<>();

  DocumentedErrors(NativeEntry entry) {
    add(entry.tooFew().replace(Native.MISSING, ""));
    add(entry.tooMany());
    entry.parameters().stream().map(Parameter::error).forEach(this::add);
    entry.errors().forEach(this::add);
  }

  private void add(String text) {
    if (text.isEmpty()) {
      return;
    }
    StringBuilder pattern = new StringBuilder();
    Matcher gaps = GAP.matcher(text);
    int from = 0;
    while (gaps.find()) {
      pattern.append(Pattern.quote(text.substring(from, gaps.start()))).append(".*");
      from = gaps.end();
    }
    pattern.append(Pattern.quote(text.substring(from)));
    patterns.add(Pattern.compile(pattern.toString(), Pattern.DOTALL));
  }

  /** Whether one of the texts makes this message. */
  boolean include(String message) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(message).matches());
  }
}
