package ruff.stdlib.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ruff.host.net.HttpCall;
import ruff.host.net.HttpHeader;
import ruff.host.net.HttpReply;
import ruff.natives.NativeContext;
import ruff.stdlib.json.InvalidJson;
import ruff.stdlib.json.JsonReader;
import ruff.stdlib.json.JsonWriter;
import ruff.value.DictValue;
import ruff.value.RuffError;
import ruff.value.Text;

/** A service of a language model as the options of one call describe it. */
final class AiService {
  /** Something went wrong that the program gets as an {@code Err}. */
  static final class Unsuccessful extends Exception {
    private static final long serialVersionUID = 1L;

    Unsuccessful(String message) {
      super(message, null, false, false);
    }
  }

  private static final int SHOWN_OF_BODY = 240;

  private final NativeContext context;
  private final String function;
  private final DictValue options;
  private final String endpoint;
  private final String model;
  private final List<HttpHeader> headers = new ArrayList<>();
  private final long timeoutNanos;

  /**
   * @throws RuffError when the options are not what they should be
   */
  AiService(NativeContext context, String function, DictValue options) {
    this.context = context;
    this.function = function;
    this.options = options;
    this.endpoint = required("endpoint");
    this.model = required("model");
    headers.add(new HttpHeader("Content-Type", "application/json"));
    headers.add(new HttpHeader("Accept", "application/json"));
    addKey();
    this.timeoutNanos = timeoutNanos();
    addHeaders();
  }

  private String required(String option) {
    Object value = options.get(option);
    if (!Text.isText(value)) {
      throw complaint("requires options." + option + " (string)");
    }
    if (value.toString().isBlank()) {
      throw complaint("requires options." + option + " to be a non-empty string");
    }
    return value.toString();
  }

  private void addKey() {
    Object key = options.get("api_key");
    if (key != null && !Text.isText(key)) {
      throw complaint("requires options.api_key to be a string when provided");
    }
    if (key != null && !key.toString().isEmpty()) {
      headers.add(new HttpHeader("Authorization", "Bearer " + key));
    }
  }

  private long timeoutNanos() {
    Object timeout = options.get("timeout");
    if (timeout == null) {
      return Exchange.TIMEOUT_NANOS;
    }
    if (timeout instanceof Number seconds && seconds.doubleValue() > 0) {
      return RequestOptions.nanos(seconds.doubleValue());
    }
    throw complaint("requires options.timeout to be a positive number");
  }

  private void addHeaders() {
    Object given = options.get("headers");
    if (given == null) {
      return;
    }
    if (!(given instanceof DictValue dict)) {
      throw complaint("requires options.headers to be a dictionary of string values");
    }
    for (String name : dict.sortedKeys()) {
      if (!Text.isText(dict.get(name))) {
        throw complaint("requires options.headers['" + name + "'] to be a string");
      }
    }
    headers.addAll(RequestOptions.headers(dict));
  }

  /** An error of the program's own making, with the function's name in front. */
  RuffError complaint(String text) {
    return new RuffError(function + "() " + text);
  }

  String model() {
    return model;
  }

  /** What a call sends, with the entries of {@code options.body} that it does not set itself. */
  DictValue withExtras(DictValue payload, Set<String> reserved) {
    Object extras = options.get("body");
    if (extras == null) {
      return payload;
    }
    if (!(extras instanceof DictValue dict)) {
      throw complaint("requires options.body to be a dictionary when provided");
    }
    for (String key : dict.sortedKeys()) {
      if (reserved.contains(key)) {
        throw complaint(
            "reserves options.body['" + key + "']; pass it via top-level options instead");
      }
      payload.put(key, dict.get(key));
    }
    return payload;
  }

  /** Sends a payload; the answer is a success and holds JSON. */
  AiReply send(DictValue payload) throws Unsuccessful {
    HttpReply reply;
    try {
      byte[] body = Exchange.bytes(JsonWriter.compact(payload));
      HttpCall call =
          new HttpCall(
              function,
              "POST",
              endpoint,
              headers,
              body,
              timeoutNanos,
              true,
              Exchange.MAX_BODY_BYTES);
      reply = Exchange.send(Transport.access(context, function), call);
    } catch (RuffError failure) {
      throw new Unsuccessful(failure.getMessage());
    }
    String text = Exchange.text(reply);
    if (!reply.isSuccess()) {
      throw new Unsuccessful(
          function + " failed with HTTP status " + reply.status() + ": " + beginning(text));
    }
    try {
      Object json = JsonReader.of(context, text).read();
      return new AiReply(reply.status(), Exchange.headers(reply), text, json);
    } catch (InvalidJson invalid) {
      throw new Unsuccessful(
          function + " failed: response was not valid JSON (" + invalid.getMessage() + ")");
    }
  }

  private static String beginning(String text) {
    boolean all = text.codePointCount(0, text.length()) <= SHOWN_OF_BODY;
    return all ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN_OF_BODY)) + "...";
  }
}
