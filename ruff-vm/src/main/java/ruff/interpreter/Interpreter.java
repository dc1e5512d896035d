package ruff.interpreter;

import ruff.bytecode.Feedback;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.policy.DeniedException;
import ruff.task.AsyncCalls;
import ruff.value.ArrayValue;
import ruff.value.Cell;
import ruff.value.Container;
import ruff.value.Ints;
import ruff.value.RuffError;
import ruff.value.StructValue;
import ruff.value.WrapValue;

/**
 * Tier 0: executes bytecode.
 *
 * <p>{@link #run} holds the cases that must be fast, for ints, floats, arrays of ints, fields and
 * calls of functions; {@link GeneralInstructions} executes all the others. It must stay well under
 * 8,000 bytes of Java bytecode, or the JVM does not compile it, and what it calls and writes should
 * be in few places: the JVM compiles it anew when an instruction occurs for the first time, and
 * programs run slowly until that is done. The fields of an instruction are decoded in place, see
 * {@link ruff.bytecode.Instruction}.
 */
public final class Interpreter {
  /** What a run answers when its frame waits for a promise. */
  public static final Object SUSPENDED = new Object();

  private Interpreter() {}

  /**
   * Runs a function.
   *
   * @param r the registers, with arguments, captures and constants in place
   * @param start the instruction to start with: 0, or where a suspended frame goes on
   * @param suspended who keeps the frame of a generator or async function; null for others
   * @return the result; of a suspended frame, what it yields or {@link #SUSPENDED}
   */
  public static Object run(
      Strand strand, FunctionValue function, Object[] r, int start, SuspendedFrame suspended) {
    boolean isHot = suspended != null && ++function.code.calls >= strand.loopLimit;
    return run(strand, function, r, start, suspended, isHot);
  }

  /**
   * {@link #run} of a frame that may be gone on with in compiled code.
   *
   * @param isHot whether that is asked for
   */
  static Object run(
      Strand strand,
      FunctionValue function,
      Object[] r,
      int start,
      SuspendedFrame suspended,
      boolean isHot) {
    int outer = strand.enter(function);
    Prototype proto = function.code;
    long[] code = proto.code;
    Object[] globals = strand.isolate().globals(function.module);
    int pc = start;
    boolean continued = isHot;
    while (true) {
      try {
        if (continued) {
          continued = false;
          Object result = HotFrames.resume(strand, function, r, pc, suspended);
          if (result == Code.EXITED) {
            pc = strand.takeExit();
          } else if (result != null) {
            strand.leave(outer);
            return result;
          }
        }
        while (true) {
          long word = code[pc++];
          int a = (int) (word >>> 16) & 0xFFFF;
          int b = (int) (word >>> 32) & 0xFFFF;
          int c = (int) (word >>> 48);
          long number;
          ints:
          {
            double fraction;
            floats:
            {
              Object result;
              values:
              {
                switch ((int) word & 0xFFFF) {
                  case Opcode.MOVE -> {
                    result = r[b];
                    break values;
                  }
                  case Opcode.MOVE_SHARED -> {
                    result = r[b];
                    if (result instanceof Container container) {
                      container.shared = true;
                    }
                    break values;
                  }
                  case Opcode.LOAD_CELL -> {
                    result = ((Cell) r[b]).value;
                    break values;
                  }
                  case Opcode.STORE_CELL -> {
                    ((Cell) r[a]).value = r[b];
                    continue;
                  }
                  case Opcode.LOAD_GLOBAL -> {
                    result = globals[(int) (word >>> 32)];
                    if (result != null) {
                      break values;
                    }
                  }
                  case Opcode.LOAD_GLOBAL_RAW -> {
                    result = globals[(int) (word >>> 32)];
                    break values;
                  }
                  case Opcode.STORE_GLOBAL -> {
                    globals[(int) (word >>> 32)] = r[a];
                    continue;
                  }
                  case Opcode.ADD -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      long x = m;
                      long y = n;
                      long sum = x + y;
                      if (((x ^ sum) & (y ^ sum)) >= 0) {
                        number = sum;
                        break ints;
                      }
                    } else if (r[b] instanceof Double m && r[c] instanceof Double n) {
                      fraction = m + n;
                      break floats;
                    }
                  }
                  case Opcode.SUBTRACT -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      long x = m;
                      long y = n;
                      long difference = x - y;
                      if (((x ^ y) & (x ^ difference)) >= 0) {
                        number = difference;
                        break ints;
                      }
                    } else if (r[b] instanceof Double m && r[c] instanceof Double n) {
                      fraction = m - n;
                      break floats;
                    }
                  }
                  case Opcode.MULTIPLY -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      long x = m;
                      long y = n;
                      if (x == (int) x && y == (int) y) {
                        number = x * y;
                        break ints;
                      }
                    } else if (r[b] instanceof Double m && r[c] instanceof Double n) {
                      fraction = m * n;
                      break floats;
                    }
                  }
                  case Opcode.DIVIDE -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      long y = n;
                      if (y > 0) {
                        number = m / y;
                        break ints;
                      }
                    }
                  }
                  case Opcode.MODULO -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      long y = n;
                      if (y > 0) {
                        number = m % y;
                        break ints;
                      }
                    }
                  }
                  case Opcode.JUMP -> {
                    pc = (int) (word >>> 32);
                    continue;
                  }
                  case Opcode.JUMP_BACK -> {
                    pc = (int) (word >>> 32);
                    if (++proto.loopTurns[a] >= strand.loopLimit) {
                      Object ended = HotFrames.resume(strand, function, r, pc, suspended);
                      if (ended == Code.EXITED) {
                        pc = strand.takeExit();
                      } else if (ended != null) {
                        strand.leave(outer);
                        return ended;
                      }
                    }
                    continue;
                  }
                  case Opcode.JUMP_IF -> {
                    if (r[a] instanceof Boolean truth) {
                      if (truth) {
                        pc = (int) (word >>> 32);
                      }
                      continue;
                    }
                  }
                  case Opcode.JUMP_UNLESS -> {
                    if (r[a] instanceof Boolean truth) {
                      if (!truth) {
                        pc = (int) (word >>> 32);
                      }
                      continue;
                    }
                  }
                  case Opcode.JUMP_UNLESS_LESS -> {
                    if (r[a] instanceof Long m && r[b] instanceof Long n) {
                      if (!(m < n)) {
                        pc = proto.targets[c];
                      }
                      continue;
                    }
                  }
                  case Opcode.JUMP_UNLESS_LESS_EQUAL -> {
                    if (r[a] instanceof Long m && r[b] instanceof Long n) {
                      if (!(m <= n)) {
                        pc = proto.targets[c];
                      }
                      continue;
                    }
                  }
                  case Opcode.JUMP_UNLESS_GREATER -> {
                    if (r[a] instanceof Long m && r[b] instanceof Long n) {
                      if (!(m > n)) {
                        pc = proto.targets[c];
                      }
                      continue;
                    }
                  }
                  case Opcode.JUMP_UNLESS_GREATER_EQUAL -> {
                    if (r[a] instanceof Long m && r[b] instanceof Long n) {
                      if (!(m >= n)) {
                        pc = proto.targets[c];
                      }
                      continue;
                    }
                  }
                  case Opcode.JUMP_UNLESS_EQUAL -> {
                    if (r[a] instanceof Long m && r[b] instanceof Long n) {
                      if (m.longValue() != n.longValue()) {
                        pc = proto.targets[c];
                      }
                      continue;
                    }
                  }
                  case Opcode.JUMP_IF_EQUAL -> {
                    if (r[a] instanceof Long m && r[b] instanceof Long n) {
                      if (m.longValue() == n.longValue()) {
                        pc = proto.targets[c];
                      }
                      continue;
                    }
                  }
                  case Opcode.EQUAL -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      result = m.longValue() == n.longValue();
                      break values;
                    }
                  }
                  case Opcode.NOT_EQUAL -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      result = m.longValue() != n.longValue();
                      break values;
                    }
                  }
                  case Opcode.LESS -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      result = m < n;
                      break values;
                    }
                  }
                  case Opcode.LESS_EQUAL -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      result = m <= n;
                      break values;
                    }
                  }
                  case Opcode.GREATER -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      result = m > n;
                      break values;
                    }
                  }
                  case Opcode.GREATER_EQUAL -> {
                    if (r[b] instanceof Long m && r[c] instanceof Long n) {
                      result = m >= n;
                      break values;
                    }
                  }
                  case Opcode.GET_INDEX -> {
                    if (r[b] instanceof ArrayValue array && r[c] instanceof Long position) {
                      long i = position;
                      if (i >= 0 && i < array.size) {
                        Object data = array.data;
                        if (data instanceof long[] ints) {
                          number = ints[(int) i];
                          break ints;
                        }
                        if (data instanceof Object[] objects) {
                          proto.feedback[pc - 1] |= Feedback.OBJECT_ARRAY;
                          result = objects[(int) i];
                          break values;
                        }
                        if (data instanceof double[] elements) {
                          proto.feedback[pc - 1] |= Feedback.FLOAT_ARRAY;
                          result = elements[(int) i];
                          break values;
                        }
                      }
                    }
                  }
                  case Opcode.SET_INDEX -> {
                    if (r[a] instanceof ArrayValue array
                        && !array.shared
                        && r[b] instanceof Long position) {
                      long i = position;
                      if (i >= 0 && i < array.size) {
                        Object data = array.data;
                        if (data instanceof long[] ints && r[c] instanceof Long element) {
                          ints[(int) i] = element;
                          continue;
                        }
                        if (data instanceof double[] elements && r[c] instanceof Double element) {
                          proto.feedback[pc - 1] |= Feedback.FLOAT_ARRAY;
                          elements[(int) i] = element;
                          continue;
                        }
                      }
                    }
                  }
                  case Opcode.GET_FIELD -> {
                    Site.Slot seen = ((Site.Field) proto.sites[c]).seen;
                    if (r[b] instanceof StructValue struct
                        && seen != null
                        && seen.shape() == struct.shape()) {
                      result = struct.slot(seen.index());
                      break values;
                    }
                  }
                  case Opcode.CALL -> {
                    Site.Call site = (Site.Call) proto.sites[c];
                    if (r[b] instanceof FunctionValue callee
                        && callee.code.kind == Prototype.Kind.PLAIN
                        && callee.code.parameterCount == site.argumentCount
                        && !callee.code.takesReceiver) {
                      result = call(strand, callee, r, b + 1, site.argumentCount, site);
                      break values;
                    }
                  }
                  case Opcode.CALL_NATIVE -> {
                    Site.NativeCall site = (Site.NativeCall) proto.sites[c];
                    result = Calls.callNative(strand, r, b, site);
                    break values;
                  }
                  case Opcode.CALL_METHOD -> {
                    Site.Method site = (Site.Method) proto.sites[c];
                    FunctionValue method =
                        r[b] instanceof StructValue struct
                            ? Calls.structMethod(struct, site)
                            : null;
                    if (method != null
                        && method.code.kind == Prototype.Kind.PLAIN
                        && method.code.parameterCount == site.argumentCount + 1) {
                      result = callMethod(strand, method, r, b, site);
                      break values;
                    }
                  }
                  case Opcode.LENGTH -> {
                    if (r[b] instanceof ArrayValue array) {
                      number = array.size;
                      break ints;
                    }
                  }
                  case Opcode.RETURN -> {
                    strand.leave(outer);
                    return r[a];
                  }
                  case Opcode.NEXT -> {
                    result = ((Iteration) r[b]).next();
                    if (result == null) {
                      pc = proto.targets[c];
                      continue;
                    }
                    if (!(result instanceof Long)) {
                      Iteration.note(proto, pc - 1, result);
                    }
                    break values;
                  }
                  case Opcode.RANGE_NEXT -> {
                    CountedRange range = (CountedRange) r[b];
                    if (!range.hasNext()) {
                      pc = proto.targets[c];
                      continue;
                    }
                    number = range.take();
                    break ints;
                  }
                  case Opcode.PROPAGATE -> {
                    Object value = r[b];
                    if (!(value instanceof WrapValue wrap)) {
                      throw new RuffError("Try operator requires Result or Option");
                    }
                    if (!wrap.isSuccess()) {
                      strand.leave(outer);
                      return value;
                    }
                    result = wrap.value();
                    break values;
                  }
                  case Opcode.YIELD -> {
                    Object value = r[b];
                    r[a] = value;
                    suspended.suspendAt(pc);
                    strand.leave(outer);
                    return value;
                  }
                  case Opcode.AWAIT -> {
                    result = AsyncCalls.await(strand, r[b], suspended);
                    if (result == SUSPENDED) {
                      suspended.suspendAt(pc - 1);
                      strand.leave(outer);
                      return SUSPENDED;
                    }
                    break values;
                  }
                  default -> {}
                }
                pc = GeneralInstructions.execute(strand, function, r, word, pc);
                continue;
              }
              r[a] = result;
              continue;
            }
            proto.feedback[pc - 1] |= Feedback.FLOAT;
            r[a] = fraction;
            continue;
          }
          r[a] = Ints.box(number);
        }
      } catch (RuffError | DeniedException | StackOverflowError | OutOfMemoryError failure) {
        RuffError error = Throwing.error(strand, failure, function);
        int at = strand.takeFailure(pc - 1);
        Prototype.Handler handler = proto.handler(at);
        if (handler == null) {
          Throwing.leave(error, proto, at);
          strand.leave(outer);
          throw error;
        }
        strand.depth = outer + 1;
        r[handler.errorRegister()] = Throwing.caught(strand, error, proto, at, outer);
        pc = handler.target();
      }
    }
  }

  private static Object call(
      Strand strand, FunctionValue callee, Object[] r, int first, int count, Site.Call site) {
    Prototype code = callee.code;
    long mask = site.lent & code.consumed | site.exposed;
    if (mask != 0) {
      Calls.share(r, first, count, mask);
    }
    if (site.last != code) {
      site.note(code);
    }
    Code compiled = HotFrames.code(strand, callee, r, first);
    if (compiled != null) {
      return HotFrames.call(strand, compiled, callee, r, first);
    }
    Object[] frame = Calls.frame(callee);
    for (int i = 0; i < count; i++) {
      frame[i] = r[first + i];
    }
    return run(strand, callee, frame, 0, null, false);
  }

  private static Object callMethod(
      Strand strand, FunctionValue method, Object[] r, int base, Site.Method site) {
    long mask = site.lent & method.code.consumed | site.exposed;
    int count = site.argumentCount + 1;
    if (mask != 0) {
      Calls.share(r, base, count, mask);
    }
    Code compiled = HotFrames.code(strand, method, r, base);
    if (compiled != null) {
      return HotFrames.call(strand, compiled, method, r, base);
    }
    Object[] frame = Calls.frame(method);
    for (int i = 0; i < count; i++) {
      frame[i] = r[base + i];
    }
    return run(strand, method, frame, 0, null, false);
  }
}
