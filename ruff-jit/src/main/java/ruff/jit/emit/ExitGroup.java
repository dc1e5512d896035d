package ruff.jit.emit;

import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import ruff.jit.flow.Type;

/**
 * Exits of one Java method that share their code, since no register lies in one form for one of
 * them and in another form for another one. The code saves what is live at any of them: a number
 * that is dead at the exit that is taken does no harm in a frame. Which exit it is, a local tells.
 */
final class ExitGroup {
  /** A Java method takes at most 255 slots. */
  private static final int MOST_SLOTS = 200;

  private final Label common;
  private final boolean counted;
  private final Map<Integer, Type> saved;
  private Label handler;

  /**
   * @param common where the code begins
   * @param counted whether the exits are guesses that fail
   */
  ExitGroup(Label common, Map<Integer, Type> live, boolean counted) {
    this.common = common;
    this.counted = counted;
    this.saved = new TreeMap<>();
    add(live);
  }

  Label common() {
    return common;
  }

  boolean counted() {
    return counted;
  }

  /** The registers to save, and their forms. */
  Map<Integer, Type> saved() {
    return saved;
  }

  boolean accepts(Map<Integer, Type> live, boolean counts) {
    if (counts != counted || !objects(live).equals(objects(saved))) {
      return false;
    }
    int width = 0;
    for (Type type : saved.values()) {
      width += Form.width(type);
    }
    for (Map.Entry<Integer, Type> each : live.entrySet()) {
      Type known = saved.get(each.getKey());
      if (known == null) {
        width += Form.width(each.getValue());
      } else if (!known.equals(each.getValue())) {
        return false;
      }
    }
    return width <= MOST_SLOTS;
  }

  /**
   * The registers that hold objects. No dead one is saved: it would keep an object alive that
   * HotSpot need not even make, and an iterator cannot be made of whatever it holds.
   */
  private static Map<Integer, Type> objects(Map<Integer, Type> registers) {
    Map<Integer, Type> objects = new HashMap<>(registers);
    objects.values().removeIf(type -> !type.isObject());
    return objects;
  }

  void add(Map<Integer, Type> live) {
    saved.putAll(live);
  }

  /** Where exceptions of Java lead. */
  Label handler(Asm asm) {
    if (handler == null) {
      handler = asm.label();
    }
    return handler;
  }

  /** Places the labels. */
  void bind(Asm asm) {
    if (handler != null) {
      asm.bind(handler);
      asm.pop();
    }
    asm.bind(common);
  }
}
