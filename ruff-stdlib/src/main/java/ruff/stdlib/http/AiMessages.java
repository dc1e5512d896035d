package ruff.stdlib.http;

import java.util.ArrayList;
import java.util.List;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Text;

/** The conversation that a call sends. */
final class AiMessages {
  private final List<Object> messages = new ArrayList<>();

  /** Reads a question, or an array of messages. */
  static AiMessages of(AiService service, Object prompt) {
    AiMessages conversation = new AiMessages();
    if (!(prompt instanceof ArrayValue array)) {
      conversation.add("user", prompt.toString());
      return conversation;
    }
    for (int i = 0; i < array.size; i++) {
      if (!(array.get(i) instanceof DictValue message)) {
        throw service.complaint(
            "requires messages[" + i + "] to be a dictionary with role/content fields");
      }
      Object role = message.get("role");
      if (!Text.isText(role) || role.toString().isEmpty()) {
        throw service.complaint("requires messages[" + i + "].role to be a non-empty string");
      }
      Object content = message.get("content");
      if (!Text.isText(content)) {
        throw service.complaint("requires messages[" + i + "].content to be a string");
      }
      conversation.add(role.toString(), content.toString());
    }
    return conversation;
  }

  void add(String role, String content) {
    add(role, null, content);
  }

  /** Adds a message; the name is null for none. */
  void add(String role, String name, String content) {
    DictValue message = DictValue.ofExpectedSize(3);
    message.put("role", role);
    if (name != null) {
      message.put("name", name);
    }
    message.put("content", content);
    messages.add(message);
  }

  /** All messages, as an array of its own. */
  ArrayValue toArray() {
    Object[] copies = new Object[messages.size()];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = ((DictValue) messages.get(i)).copy();
    }
    return ArrayValue.of(copies);
  }
}
