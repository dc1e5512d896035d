package ruff.stdlib.async;

import java.util.HashMap;
import java.util.Map;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.task.Snapshot;
import ruff.value.Ints;
import ruff.value.RuffError;

/** Named values that all tasks of a machine see; each operation is atomic. */
public final class SharedStore {
  private static final String ONE_KEY = "{name} requires one key argument";
  private static final String KEY = "{name} key must be a string";

  private final Map<String, Object> values = new HashMap<>();

  private SharedStore() {}

  private static Map<String, Object> of(NativeContext context) {
    SharedStore known = context.memory().find(SharedStore.class);
    return (known != null ? known : context.memory().keep(SharedStore.class, new SharedStore()))
        .values;
  }

  @Native(
      name = "shared_set",
      family = Family.ASYNC,
      doc = "Stores a copy of a value under a name that all tasks see.",
      returns = "bool true",
      arity = "{name} requires (key, value) arguments",
      error = KEY,
      example = "shared_set(\"k\", 1)",
      result = "true")
  public static boolean sharedSet(NativeContext context, String key, Object value) {
    Object copy = new Snapshot().detached(value);
    Map<String, Object> values = of(context);
    synchronized (values) {
      values.put(key, copy);
    }
    return true;
  }

  @Native(
      name = "shared_get",
      family = Family.ASYNC,
      doc = "A copy of the value that is stored under a name.",
      returns = "any",
      arity = ONE_KEY,
      error = KEY,
      errors = "shared_get key 'K' not found",
      example = "[shared_set(\"k\", 1), shared_get(\"k\")]",
      result = "[true, 1]")
  public static Object sharedGet(NativeContext context, String key) {
    return new Snapshot().detached(find(of(context), key, "shared_get"));
  }

  private static Object find(Map<String, Object> values, String key, String function) {
    Object stored;
    synchronized (values) {
      stored = values.get(key);
    }
    if (stored == null) {
      throw new RuffError(function + " key '" + key + "' not found");
    }
    return stored;
  }

  @Native(
      name = "shared_has",
      family = Family.ASYNC,
      doc = "Whether something is stored under a name.",
      returns = "bool",
      arity = ONE_KEY,
      error = KEY,
      example = "shared_has(\"nope\")",
      result = "false")
  public static boolean sharedHas(NativeContext context, String key) {
    Map<String, Object> values = of(context);
    synchronized (values) {
      return values.containsKey(key);
    }
  }

  @Native(
      name = "shared_delete",
      family = Family.ASYNC,
      doc = "Takes a name out of the store; answers whether it was there.",
      returns = "bool",
      arity = ONE_KEY,
      error = KEY,
      example = "shared_delete(\"nope\")",
      result = "false")
  public static boolean sharedDelete(NativeContext context, String key) {
    Map<String, Object> values = of(context);
    synchronized (values) {
      return values.remove(key) != null;
    }
  }

  @Native(
      name = "shared_add_int",
      family = Family.ASYNC,
      doc = "Adds to the int that is stored under a name, in one step; answers the sum.",
      returns = "int",
      arity = "{name} requires (key, delta) arguments",
      errors = {
        "shared_add_int key 'K' not found",
        "shared_add_int requires key 'K' to reference an int",
        "Integer overflow: N + N"
      },
      example = "[shared_set(\"k\", 1), shared_add_int(\"k\", 2)]",
      result = "[true, 3]")
  public static long sharedAddInt(
      NativeContext context,
      @Param(error = KEY) String key,
      @Param(error = "{name} delta must be an int") long delta) {
    Map<String, Object> values = of(context);
    synchronized (values) {
      if (!(find(values, key, "shared_add_int") instanceof Long number)) {
        throw new RuffError("shared_add_int requires key '" + key + "' to reference an int");
      }
      long sum = number + delta;
      if (((number ^ sum) & (delta ^ sum)) < 0) {
        throw new RuffError("Integer overflow: " + number + " + " + delta);
      }
      values.put(key, Ints.box(sum));
      return sum;
    }
  }
}
