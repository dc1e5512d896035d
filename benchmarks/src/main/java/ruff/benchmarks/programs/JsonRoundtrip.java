package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program {@code json_roundtrip} as Java programmers write it. */
public final class JsonRoundtrip {
  private JsonRoundtrip() {}

  static void write(StringBuilder b, Object v) {
    switch (v) {
      case null -> b.append("null");
      case String s -> {
        b.append('"');
        for (int i = 0; i < s.length(); i++) {
          char c = s.charAt(i);
          if (c == '"' || c == '\\') b.append('\\');
          b.append(c);
        }
        b.append('"');
      }
      case Map<?, ?> m -> {
        b.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> e : m.entrySet()) {
          if (!first) b.append(',');
          first = false;
          write(b, e.getKey());
          b.append(':');
          write(b, e.getValue());
        }
        b.append('}');
      }
      case List<?> l -> {
        b.append('[');
        for (int i = 0; i < l.size(); i++) {
          if (i > 0) b.append(',');
          write(b, l.get(i));
        }
        b.append(']');
      }
      default -> b.append(v);
    }
  }

  static class Parser {
    final String s;
    int p = 0;

    Parser(String s) {
      this.s = s;
    }

    Object value() {
      char c = s.charAt(p);
      switch (c) {
        case '{':
          {
            Map<String, Object> m = new LinkedHashMap<>();
            p++;
            while (s.charAt(p) != '}') {
              if (s.charAt(p) == ',') p++;
              String k = string();
              p++;
              m.put(k, value());
            }
            p++;
            return m;
          }
        case '[':
          {
            List<Object> l = new ArrayList<>();
            p++;
            while (s.charAt(p) != ']') {
              if (s.charAt(p) == ',') p++;
              l.add(value());
            }
            p++;
            return l;
          }
        case '"':
          return string();
        case 't':
          p += 4;
          return true;
        case 'f':
          p += 5;
          return false;
        case 'n':
          p += 4;
          return null;
        default:
          {
            int start = p;
            boolean real = false;
            while (p < s.length() && "+-.eE0123456789".indexOf(c = s.charAt(p)) >= 0) {
              if (c == '.' || c == 'e' || c == 'E') real = true;
              p++;
            }
            String t = s.substring(start, p);
            if (real) return Double.parseDouble(t);
            return Long.parseLong(t);
          }
      }
    }

    String string() {
      p++;
      int end = p;
      while (s.charAt(end) != '"' && s.charAt(end) != '\\') end++;
      if (s.charAt(end) == '"') {
        String t = s.substring(p, end);
        p = end + 1;
        return t;
      }
      StringBuilder b = new StringBuilder();
      while (s.charAt(p) != '"') {
        if (s.charAt(p) == '\\') p++;
        b.append(s.charAt(p++));
      }
      p++;
      return b.toString();
    }
  }

  /** The result for the size. */
  public static long run(int n) {
    long check = 0;
    for (long i = 0; i < n; i++) {
      Map<String, Object> nested = new LinkedHashMap<>();
      nested.put("depth", 1L);
      nested.put("list", List.of(1L, 2L, 3L, i % 7));
      nested.put("none", null);
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("id", i);
      record.put("name", "user " + (i % 500));
      record.put("active", i % 2 == 0);
      record.put("score", i * 0.5);
      record.put("tags", List.of("a", "b\"c", "d" + (i % 10)));
      record.put("nested", nested);
      StringBuilder b = new StringBuilder();
      write(b, record);
      Map<?, ?> back = (Map<?, ?>) new Parser(b.toString()).value();
      List<?> list = (List<?>) ((Map<?, ?>) back.get("nested")).get("list");
      List<?> tags = (List<?>) back.get("tags");
      check =
          (check
                  + (Long) back.get("id")
                  + ((String) back.get("name")).length()
                  + (Long) list.get(3)
                  + ((String) tags.get(1)).length()
                  + ((Double) back.get("score")).longValue())
              % 1000003;
    }
    return check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("json_roundtrip " + run(n));
  }
}
