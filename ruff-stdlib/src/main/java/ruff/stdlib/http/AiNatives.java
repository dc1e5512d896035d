package ruff.stdlib.http;

import java.util.Set;
import ruff.ast.Expr.WrapKind;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Text;
import ruff.value.WrapValue;

/**
 * Natives for services of language models. Their options are endpoint, model, api_key, timeout in
 * seconds, headers, and body for whatever else the service takes.
 */
public final class AiNatives {
  private static final String PROMPT =
      "{name}() expects first argument to be a prompt string or messages array";
  private static final String INPUT =
      "{name}() expects first argument to be a string or array of strings";
  private static final String OPTIONS =
      "{name}() requires an options dictionary as second argument";
  private static final String REQUIRED = "F() requires options.endpoint (string)";
  private static final String BLANK = "F() requires options.endpoint to be a non-empty string";
  private static final String KEY = "F() requires options.api_key to be a string when provided";
  private static final String TIMEOUT = "F() requires options.timeout to be a positive number";
  private static final String HEADERS =
      "F() requires options.headers to be a dictionary of string values";
  private static final String RESERVED =
      "F() reserves options.body['K']; pass it via top-level options instead";
  private static final String STATUS = "Err(F failed with HTTP status N: BODY)";
  private static final String FAILED = "Err(F failed: WHY)";
  private static final String BLOCKED =
      "Err(F blocked by outbound destination policy 'deny_private' (...))";
  private static final String ROLE = "F() requires messages[I].role to be a non-empty string";
  private static final String CONTENT = "F() requires messages[I].content to be a string";

  private AiNatives() {}

  @Native(
      name = "ai_chat",
      family = Family.HTTP,
      doc = "Asks a model, by a question or a conversation of role and content.",
      returns =
          "Ok(dict of status: int, model, message, text: string, json: any, headers: dict) or"
              + " Err(string)",
      arity = Native.PLURAL,
      errors = {
        REQUIRED, BLANK, KEY, TIMEOUT, HEADERS, RESERVED, ROLE, CONTENT, STATUS, FAILED, BLOCKED
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "options",
      example = "type(ai_chat(\"hi\", {\"endpoint\": base + \"/chat\", \"model\": \"m\"}))",
      result = "result")
  public static WrapValue chat(
      NativeContext context,
      @Param(type = "string|array", ownership = Ownership.BORROWED, error = PROMPT) Object prompt,
      @Param(ownership = Ownership.BORROWED, error = OPTIONS) DictValue options) {
    AiService service = new AiService(context, "ai_chat", options);
    DictValue payload = conversation(service, prompt);
    service.withExtras(payload, Set.of("model", "messages"));
    return result(
        () -> {
          AiReply reply = service.send(payload);
          DictValue result = reply.result(service.model());
          result.put("message", reply.message());
          result.put("headers", reply.headers());
          return result;
        });
  }

  @Native(
      name = "ai_stream_chat",
      family = Family.HTTP,
      doc =
          "Asks a model for an answer in pieces, sending stream as true; the reply is read as one"
              + " JSON text.",
      returns =
          "Ok(dict of status: int, model, text: string, chunks: array, json: any, headers: dict)"
              + " or Err(string)",
      arity = Native.PLURAL,
      errors = {
        REQUIRED, BLANK, KEY, TIMEOUT, HEADERS, RESERVED, ROLE, CONTENT, STATUS, FAILED, BLOCKED
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "options",
      example = "type(ai_stream_chat(\"hi\", {\"endpoint\": base + \"/chat\", \"model\": \"m\"}))",
      result = "result")
  public static WrapValue streamChat(
      NativeContext context,
      @Param(type = "string|array", ownership = Ownership.BORROWED, error = PROMPT) Object prompt,
      @Param(ownership = Ownership.BORROWED, error = OPTIONS) DictValue options) {
    AiService service = new AiService(context, "ai_stream_chat", options);
    DictValue payload = conversation(service, prompt);
    payload.put("stream", Boolean.TRUE);
    service.withExtras(payload, Set.of("model", "messages", "stream"));
    return result(
        () -> {
          AiReply reply = service.send(payload);
          DictValue result = reply.result(service.model());
          result.put("chunks", reply.chunks());
          result.put("headers", reply.headers());
          return result;
        });
  }

  private static DictValue conversation(AiService service, Object prompt) {
    DictValue payload = new DictValue();
    payload.put("model", service.model());
    payload.put("messages", AiMessages.of(service, prompt).toArray());
    return payload;
  }

  @Native(
      name = "ai_embedding",
      family = Family.HTTP,
      doc = "Asks a model for the vector of a text or of several.",
      returns =
          "Ok(dict of status: int, model, text: string, vector: array of float, json: any,"
              + " headers: dict) or Err(string)",
      arity = Native.PLURAL,
      errors = {
        REQUIRED,
        BLANK,
        KEY,
        TIMEOUT,
        HEADERS,
        RESERVED,
        "ai_embedding() requires input[I] to be a string",
        STATUS,
        FAILED,
        BLOCKED,
        "Err(ai_embedding failed: response JSON missing data[0].embedding numeric array)"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "options",
      example = "type(ai_embedding(\"t\", {\"endpoint\": base + \"/embed\", \"model\": \"m\"}))",
      result = "result")
  public static WrapValue embedding(
      NativeContext context,
      @Param(type = "string|array", ownership = Ownership.BORROWED, error = INPUT) Object input,
      @Param(ownership = Ownership.BORROWED, error = OPTIONS) DictValue options) {
    AiService service = new AiService(context, "ai_embedding", options);
    checkInput(service, input);
    DictValue payload = new DictValue();
    payload.put("model", service.model());
    payload.put("input", input);
    service.withExtras(payload, Set.of("model", "input"));
    return result(
        () -> {
          AiReply reply = service.send(payload);
          ArrayValue vector = reply.vector();
          if (vector == null) {
            throw new AiService.Unsuccessful(
                "ai_embedding failed: response JSON missing data[0].embedding numeric array");
          }
          DictValue result = reply.result(service.model());
          result.put("vector", vector);
          result.put("headers", reply.headers());
          return result;
        });
  }

  private static void checkInput(AiService service, Object input) {
    if (input instanceof ArrayValue array) {
      for (int i = 0; i < array.size; i++) {
        if (!Text.isText(array.get(i))) {
          throw service.complaint("requires input[" + i + "] to be a string");
        }
      }
    }
  }

  @Native(
      name = "ai_tool_loop",
      family = Family.HTTP,
      doc =
          "Asks a model until it wants no more tools, at most max_steps times, giving it the texts"
              + " of tool_results.",
      returns =
          "Ok(dict of status, steps: int, model, message, text: string, json: any, messages:"
              + " array) or Err(string)",
      arity = Native.PLURAL,
      errors = {
        REQUIRED,
        BLANK,
        KEY,
        TIMEOUT,
        HEADERS,
        RESERVED,
        ROLE,
        CONTENT,
        "ai_tool_loop() requires options.max_steps to be an integer between 1 and 16",
        "ai_tool_loop() requires options.tools to be an array when provided",
        "ai_tool_loop() requires options.tool_results to be a dictionary when provided",
        STATUS,
        FAILED,
        BLOCKED,
        "Err(ai_tool_loop missing tool result for 'T')"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = "options",
      example = "type(ai_tool_loop(\"t\", {\"endpoint\": base + \"/chat\", \"model\": \"m\"}))",
      result = "result")
  public static WrapValue toolLoop(
      NativeContext context,
      @Param(type = "string|array", ownership = Ownership.BORROWED, error = PROMPT) Object prompt,
      @Param(ownership = Ownership.BORROWED, error = OPTIONS) DictValue options) {
    AiService service = new AiService(context, "ai_tool_loop", options);
    ToolLoop loop = new ToolLoop(service, prompt, options);
    service.withExtras(new DictValue(), Set.of("model", "messages", "tools", "stream"));
    return result(loop::run);
  }

  /** Something that may end in an {@code Err}. */
  private interface Attempt {
    DictValue run() throws AiService.Unsuccessful;
  }

  private static WrapValue result(Attempt attempt) {
    try {
      return new WrapValue(WrapKind.OK, attempt.run());
    } catch (AiService.Unsuccessful failure) {
      return RequestNatives.error(failure.getMessage());
    }
  }
}
