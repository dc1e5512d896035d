package ruff.interpreter;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.natives.NativeFunction;
import ruff.task.AsyncCalls;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;
import ruff.value.Shape;
import ruff.value.StructValue;

/** Calls of every kind of callable. */
public final class Calls {
  private static final int LAST_BIT = Long.SIZE - 1;

  private Calls() {}

  /** Calls a value; what the callee may keep or change is marked already. */
  public static Object value(Strand strand, Object callee, Object[] arguments) {
    if (callee instanceof FunctionValue function) {
      if (arguments.length != function.arity() || function.code.takesReceiver) {
        throw Errors.arity(function, arguments.length);
      }
      return enter(strand, function, arguments);
    }
    if (callee instanceof NativeFunction function) {
      return function.call(strand, arguments);
    }
    if (callee instanceof BoundMethod bound) {
      Object[] all = new Object[arguments.length + 1];
      all[0] = bound.receiver;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      return method(strand, bound.method, all);
    }
    throw new RuffError(Errors.NOT_CALLABLE);
  }

  /** Calls a method with its receiver as the first argument. */
  static Object method(Strand strand, FunctionValue method, Object[] all) {
    if (all.length != method.code.parameterCount) {
      throw Errors.arity(method, all.length - 1);
    }
    return enter(strand, method, all);
  }

  /** A frame with constants and captures, ready for the arguments. */
  static Object[] frame(FunctionValue function) {
    Prototype code = function.code;
    Object[] frame = code.template.clone();
    // There are few: a loop takes less time than the call of a routine that copies.
    Object[] captures = function.captures;
    int parameters = code.parameterCount;
    for (int i = 0; i < captures.length; i++) {
      frame[parameters + i] = captures[i];
    }
    return frame;
  }

  private static Object enter(Strand strand, FunctionValue function, Object[] arguments) {
    if (function.code.kind == Prototype.Kind.PLAIN) {
      Code code = HotFrames.code(strand, function, arguments, 0);
      if (code != null) {
        return HotFrames.call(strand, code, function, arguments, 0);
      }
    }
    Object[] frame = frame(function);
    for (int i = 0; i < arguments.length; i++) {
      frame[i] = arguments[i];
    }
    return switch (function.code.kind) {
      case PLAIN, MODULE -> Interpreter.run(strand, function, frame, 0, null);
      case GENERATOR -> new GeneratorValue(strand.isolate(), function, frame);
      case ASYNC -> AsyncCalls.start(strand, function, frame);
    };
  }

  /** Marks those of {@code count} values from {@code from} on whose bit is set. */
  static void share(Object[] values, int from, int count, long mask) {
    long rest = mask;
    for (int i = 0; i < count && rest != 0; i++) {
      if ((rest & 1) != 0) {
        Container.share(values[from + i]);
      }
      rest = i < LAST_BIT - 1 ? rest >>> 1 : rest >> 1;
    }
  }

  /** The instruction CALL for callees other than plain functions of the right arity. */
  static Object slow(Strand strand, Object[] frame, int base, Site.Call site) {
    Object callee = frame[base];
    int count = site.argumentCount;
    site.megamorphic = true;
    if (callee instanceof FunctionValue function) {
      share(frame, base + 1, count, site.lent & function.code.consumed | site.exposed);
    } else if (callee instanceof NativeFunction function) {
      share(frame, base + 1, count, site.lent & ~function.borrowed());
    } else {
      share(frame, base + 1, count, site.lent);
    }
    strand.running(frame);
    return value(strand, callee, Arrays.copyOfRange(frame, base + 1, base + 1 + count));
  }

  /** The instruction CALL_NATIVE. */
  static Object callNative(Strand strand, Object[] frame, int base, Site.NativeCall site) {
    NativeFunction function = (NativeFunction) site.function;
    int count = site.argumentCount;
    if (site.lent != 0) {
      share(frame, base, count, site.lent);
    }
    return switch (count) {
      case 0 -> function.call0(strand);
      case 1 -> function.call1(strand, frame[base]);
      case 2 -> function.call2(strand, frame[base], frame[base + 1]);
      case 3 -> function.call3(strand, frame[base], frame[base + 1], frame[base + 2]);
      default -> function.call(strand, Arrays.copyOfRange(frame, base, base + count));
    };
  }

  /** The struct's method for a call site, or null; remembered by shape. */
  static FunctionValue structMethod(StructValue receiver, Site.Method site) {
    Shape shape = receiver.shape();
    for (Site.Found found : site.found) {
      if (found.shape() == shape) {
        return (FunctionValue) found.method();
      }
    }
    if (receiver.definition().method(site.name) instanceof FunctionValue method) {
      remember(site, new Site.Found(shape, method));
      return method;
    }
    return null;
  }

  private static void remember(Site.Method site, Site.Found found) {
    Site.Found[] known = site.found;
    if (known.length < Site.MAX_SEEN) {
      Site.Found[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = found;
      // Isolates that run in parallel share the site: none may see the array before its contents.
      VarHandle.releaseFence();
      site.found = more;
    } else {
      site.megamorphic = true;
    }
  }

  /** The instruction CALL_METHOD for all receivers but structs with a plain method of that name. */
  static Object slowMethod(Strand strand, Object[] frame, int base, Site.Method site) {
    Object receiver = frame[base];
    int count = site.argumentCount;
    strand.running(frame);
    if (receiver instanceof StructValue struct) {
      FunctionValue method = structMethod(struct, site);
      if (method != null) {
        share(frame, base, count + 1, site.lent & method.code.consumed | site.exposed);
        return method(strand, method, Arrays.copyOfRange(frame, base, base + count + 1));
      }
    }
    Object field = callableField(receiver, site.name);
    if (field != null) {
      share(frame, base + 1, count, site.lent >>> 1 | site.exposed >>> 1);
      return value(strand, field, Arrays.copyOfRange(frame, base + 1, base + 1 + count));
    }
    return builtin(strand, receiver, frame, base, site);
  }

  /** What a field or entry holds under the method's name, or null when there is none. */
  private static Object callableField(Object receiver, String name) {
    if (receiver instanceof StructValue struct) {
      return struct.get(name);
    }
    return receiver instanceof DictValue dict ? dict.get(name) : null;
  }

  private static Object builtin(
      Strand strand, Object receiver, Object[] frame, int base, Site.Method site) {
    Object[] all = Arrays.copyOfRange(frame, base, base + site.argumentCount + 1);
    NativeFunction function = strand.machine().library().methodFor(receiver, site.name);
    if (function != null) {
      share(all, 0, all.length, site.lent & ~function.borrowed());
      return function.callMethod(strand, all);
    }
    throw noMethod(receiver, site.name);
  }

  private static RuffError noMethod(Object receiver, String name) {
    if (receiver instanceof StructValue) {
      return Errors.noField(name);
    }
    RuffError own = receiver instanceof HandleValue handle ? handle.noMethod(name) : null;
    return own != null ? own : Errors.notAStruct(name);
  }
}
