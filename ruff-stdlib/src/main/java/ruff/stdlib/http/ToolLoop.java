package ruff.stdlib.http;

import java.util.Set;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Text;

/**
 * Asks a model again and again, with the results of the tools that it wants, until it wants none.
 */
final class ToolLoop {
  private static final long MAX_STEPS = 16;
  private static final long USUAL_STEPS = 4;
  private static final Set<String> RESERVED = Set.of("model", "messages", "tools", "stream");

  private final AiService service;
  private final AiMessages messages;
  private final long maxSteps;
  private final ArrayValue tools;
  private final DictValue results;

  ToolLoop(AiService service, Object prompt, DictValue options) {
    this.service = service;
    this.maxSteps = maxSteps(options.get("max_steps"));
    this.tools = tools(options.get("tools"));
    this.results = results(options.get("tool_results"));
    this.messages = AiMessages.of(service, prompt);
  }

  private long maxSteps(Object value) {
    if (value == null) {
      return USUAL_STEPS;
    }
    if (value instanceof Long steps && steps >= 1 && steps <= MAX_STEPS) {
      return steps;
    }
    throw service.complaint(
        "requires options.max_steps to be an integer between 1 and " + MAX_STEPS);
  }

  private ArrayValue tools(Object value) {
    if (value == null || value instanceof ArrayValue) {
      return (ArrayValue) value;
    }
    throw service.complaint("requires options.tools to be an array when provided");
  }

  private DictValue results(Object value) {
    if (value == null || value instanceof DictValue) {
      return (DictValue) value;
    }
    throw service.complaint("requires options.tool_results to be a dictionary when provided");
  }

  /** Runs to the end and answers the program's result. */
  DictValue run() throws AiService.Unsuccessful {
    AiReply reply = null;
    long steps = 0;
    boolean wanting = true;
    while (wanting && steps < maxSteps) {
      reply = service.send(payload());
      steps++;
      messages.add("assistant", reply.message());
      wanting = addToolResults(reply);
    }
    DictValue result = reply.result(service.model());
    result.putInt("steps", steps);
    result.put("message", reply.message());
    result.put("messages", messages.toArray());
    return result;
  }

  private DictValue payload() {
    DictValue payload = new DictValue();
    payload.put("model", service.model());
    payload.put("messages", messages.toArray());
    payload.put("stream", Boolean.FALSE);
    if (tools != null) {
      payload.put("tools", tools);
    }
    return service.withExtras(payload, RESERVED);
  }

  /** Adds what the tools gave that the model wants; false when it wants none. */
  private boolean addToolResults(AiReply reply) throws AiService.Unsuccessful {
    for (String tool : reply.wantedTools()) {
      if (results == null) {
        throw new AiService.Unsuccessful(
            "ai_tool_loop requires options.tool_results to resolve tool_calls in model responses");
      }
      Object result = results.get(tool);
      if (result == null) {
        throw new AiService.Unsuccessful("ai_tool_loop missing tool result for '" + tool + "'");
      }
      if (!Text.isText(result)) {
        throw new AiService.Unsuccessful(
            "ai_tool_loop requires options.tool_results['" + tool + "'] to be a string");
      }
      messages.add("tool", tool, result.toString());
    }
    return !reply.wantedTools().isEmpty();
  }
}
