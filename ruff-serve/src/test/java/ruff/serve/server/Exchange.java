package ruff.serve.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes that go to the server and what must come back, as a file of exchanges has it.
 *
 * <p>{@code ###} begins an exchange with its title, {@code on NAME} chooses the server, {@code >}
 * is a line to send, {@code >|} bytes without a line end, {@code <} begins an answer with its
 * status, {@code <+} is a header that it must have, {@code <-} one that it must not have, {@code =}
 * its whole body. {@code closed} or {@code open} says what is with the connection afterwards. What
 * cannot be written stands as {@code \xHH} or {@code \n}.
 */
record Exchange(String title, String server, String sent, List<Expected> answers, End end) {
  /** How the connection is left. */
  enum End {
    ANY,
    CLOSED,
    OPEN
  }

  /**
   * An answer.
   *
   * @param body null for any
   */
  record Expected(String status, List<String> present, List<String> absent, String body) {}

  static List<Exchange> read(String resource) throws IOException {
    try (InputStream file = Exchange.class.getResourceAsStream(resource)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      List<Exchange> exchanges = new ArrayList<>();
      Builder builder = null;
      for (String line : text.split("\n")) {
        if (line.startsWith("### ")) {
          add(exchanges, builder);
          builder = new Builder(line.substring(4));
        } else if (builder != null) {
          builder.take(line);
        }
      }
      add(exchanges, builder);
      return exchanges;
    }
  }

  private static void add(List<Exchange> exchanges, Builder builder) {
    if (builder != null) {
      exchanges.add(builder.build());
    }
  }

  private static final class Builder {
    private final String title;
    private final StringBuilder sent = new StringBuilder();
    private final List<Expected> answers = new ArrayList<>();
    private String server = "usual";
    private End end = End.ANY;

    Builder(String title) {
      this.title = title;
    }

    void take(String line) {
      if (line.startsWith(">|")) {
        sent.append(unescape(line.substring(2)));
      } else if (line.startsWith(">")) {
        sent.append(unescape(line.length() > 1 ? line.substring(2) : "")).append("\r\n");
      } else if (line.startsWith("<+ ")) {
        answers.getLast().present.add(line.substring(3));
      } else if (line.startsWith("<- ")) {
        answers.getLast().absent.add(line.substring(3));
      } else if (line.startsWith("< ")) {
        answers.add(new Expected(line.substring(2), new ArrayList<>(), new ArrayList<>(), null));
      } else if (line.startsWith("=")) {
        Expected last = answers.removeLast();
        String body = unescape(line.length() > 1 ? line.substring(2) : "");
        answers.add(new Expected(last.status, last.present, last.absent, body));
      } else if (line.startsWith("on ")) {
        server = line.substring(3);
      } else if (line.equals("closed")) {
        end = End.CLOSED;
      } else if (line.equals("open")) {
        end = End.OPEN;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException(title + ": " + line);
      }
    }

    Exchange build() {
      return new Exchange(title, server, sent.toString(), answers, end);
    }

    private static String unescape(String text) {
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        if (text.startsWith("\\x", i)) {
          plain.append((char) HexFormat.fromHexDigits(text, i + 2, i + 4));
          i += 3;
        } else if (text.startsWith("\\n", i)) {
          plain.append('\n');
          i++;
        } else if (text.startsWith("\\r", i)) {
          plain.append('\r');
          i++;
        } else if (text.startsWith("\\{", i)) {
          // A run of one character: \{a*9000}
          int close = text.indexOf('}', i);
          int count = Integer.parseInt(text.substring(i + 4, close));
          plain.append(String.valueOf(text.charAt(i + 2)).repeat(count));
          i = close;
        } else {
          plain.append(text.charAt(i));
        }
      }
      return plain.toString();
    }
  }
}
