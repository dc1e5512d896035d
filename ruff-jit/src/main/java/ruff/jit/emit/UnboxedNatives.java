package ruff.jit.emit;

import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ruff.natives.NativeEntry;

/**
 * Natives that have a method of the same name beside the declared one, for an int or a float
 * without a box where the declared one takes any value.
 */
final class UnboxedNatives {
  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private UnboxedNatives() {}

  static boolean have(NativeEntry.Code code, MethodTypeDesc type) {
    String key = code.owner() + "." + code.method() + type.descriptorString();
    return KNOWN.computeIfAbsent(key, unknown -> find(code, type.descriptorString()));
  }

  private static boolean find(NativeEntry.Code code, String descriptor) {
    try {
      for (Method each : Class.forName(code.owner()).getDeclaredMethods()) {
        MethodType type = MethodType.methodType(each.getReturnType(), each.getParameterTypes());
        if (each.getName().equals(code.method()) && type.descriptorString().equals(descriptor)) {
          return true;
        }
      }
      return false;
    } catch (ClassNotFoundException missing) {
      throw new LinkageError("a native without its class", missing);
    }
  }
}
