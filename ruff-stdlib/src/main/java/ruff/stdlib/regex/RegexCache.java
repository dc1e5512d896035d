package ruff.stdlib.regex;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/** The patterns that an engine used last, so that each is made ready once. */
final class RegexCache {
  private static final int CAPACITY = 256;

  /** Patterns that are not valid are kept as empty. */
  private final Map<Key, Optional<Regex>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Regex>> eldest) {
          return size() > CAPACITY;
        }
      };

  private String lastPattern;
  private boolean lastAsciiOnly;
  private Regex last;

  private record Key(String pattern, boolean asciiOnly) {}

  private RegexCache() {}

  static RegexCache of(NativeContext context) {
    NativeMemory memory = context.memory();
    RegexCache cache = memory.find(RegexCache.class);
    return cache != null ? cache : memory.keep(RegexCache.class, new RegexCache());
  }

  /** The matches of a pattern in a text, or null when the pattern is not valid. */
  Matches matches(String pattern, String text) {
    byte[] ascii = ascii(text);
    Regex regex = get(pattern, ascii != null);
    return regex == null ? null : new Matches(regex, text, ascii);
  }

  private synchronized Regex get(String pattern, boolean asciiOnly) {
    if (pattern != lastPattern || asciiOnly != lastAsciiOnly) {
      last = find(new Key(pattern, asciiOnly));
      lastPattern = pattern;
      lastAsciiOnly = asciiOnly;
    }
    return last;
  }

  private Regex find(Key key) {
    Optional<Regex> regex = known.get(key);
    if (regex == null) {
      regex = Optional.ofNullable(Regex.compile(key.pattern, key.asciiOnly));
      known.put(key, regex);
    }
    return regex.orElse(null);
  }

  /** The characters of a text of ASCII only, or null. Java has a fast way for such texts. */
  private static byte[] ascii(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length == text.length() ? bytes : null;
  }
}
