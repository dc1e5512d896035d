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
import ruff.value.Truth;
import ruff.value.WrapValue;

/**
 * Tier 0: executes bytecode.
 *
 * <p>{@link #run} must stay well under 8,000 bytes of Java bytecode, or the JVM does not compile
 * it: it holds the frequent cases only, ints and arrays first; everything else lives in the classes
 * beside it. The fields of an instruction are decoded in place, see {@link
 * ruff.bytecode.Instruction}.
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
            strand.depth = outer;
            return result;
          }
        }
        while (true) {
          long word = code[pc++];
          int a = (int) (word >>> 16) & 0xFFFF;
          int b = (int) (word >>> 32) & 0xFFFF;
          int c = (int) (word >>> 48);
          switch ((int) word & 0xFFFF) {
            case Opcode.MOVE -> r[a] = r[b];
            case Opcode.MOVE_SHARED -> {
              Object value = r[b];
              if (value instanceof Container container) {
                container.shared = true;
              }
              r[a] = value;
            }
            case Opcode.LOAD_CELL -> r[a] = ((Cell) r[b]).value;
            case Opcode.STORE_CELL -> ((Cell) r[a]).value = r[b];
            case Opcode.LOAD_GLOBAL -> {
              Object value = globals[(int) (word >>> 32)];
              if (value == null) {
                throw Errors.undefined(function.module.globalName((int) (word >>> 32)));
              }
              r[a] = value;
            }
            case Opcode.LOAD_GLOBAL_RAW -> r[a] = globals[(int) (word >>> 32)];
            case Opcode.STORE_GLOBAL -> globals[(int) (word >>> 32)] = r[a];
            case Opcode.ADD -> {
              Object left = r[b];
              Object right = r[c];
              if (left instanceof Long m && right instanceof Long n) {
                long x = m;
                long y = n;
                long sum = x + y;
                if (((x ^ sum) & (y ^ sum)) >= 0) {
                  r[a] = Ints.box(sum);
                  continue;
                }
              } else if (left instanceof Double m && right instanceof Double n) {
                proto.feedback[pc - 1] |= Feedback.FLOAT;
                r[a] = m + n;
                continue;
              }
              strand.running(r);
              r[a] = Arithmetic.add(strand, proto, pc - 1, left, right);
            }
            case Opcode.SUBTRACT -> {
              Object left = r[b];
              Object right = r[c];
              if (left instanceof Long m && right instanceof Long n) {
                long x = m;
                long y = n;
                long difference = x - y;
                if (((x ^ y) & (x ^ difference)) >= 0) {
                  r[a] = Ints.box(difference);
                  continue;
                }
              } else if (left instanceof Double m && right instanceof Double n) {
                proto.feedback[pc - 1] |= Feedback.FLOAT;
                r[a] = m - n;
                continue;
              }
              strand.running(r);
              r[a] = Arithmetic.subtract(strand, proto, pc - 1, left, right);
            }
            case Opcode.MULTIPLY -> {
              Object left = r[b];
              Object right = r[c];
              if (left instanceof Long m && right instanceof Long n) {
                long x = m;
                long y = n;
                if (x == (int) x && y == (int) y) {
                  r[a] = Ints.box(x * y);
                  continue;
                }
              } else if (left instanceof Double m && right instanceof Double n) {
                proto.feedback[pc - 1] |= Feedback.FLOAT;
                r[a] = m * n;
                continue;
              }
              strand.running(r);
              r[a] = Arithmetic.multiply(strand, proto, pc - 1, left, right);
            }
            case Opcode.DIVIDE -> {
              Object left = r[b];
              Object right = r[c];
              if (left instanceof Long m && right instanceof Long n) {
                long y = n;
                if (y > 0) {
                  r[a] = Ints.box(m / y);
                  continue;
                }
              }
              strand.running(r);
              r[a] = Arithmetic.divide(strand, proto, pc - 1, left, right);
            }
            case Opcode.MODULO -> {
              Object left = r[b];
              Object right = r[c];
              if (left instanceof Long m && right instanceof Long n) {
                long y = n;
                if (y > 0) {
                  r[a] = Ints.box(m % y);
                  continue;
                }
              }
              strand.running(r);
              r[a] = Arithmetic.modulo(strand, proto, pc - 1, left, right);
            }
            case Opcode.JUMP -> pc = (int) (word >>> 32);
            case Opcode.JUMP_BACK -> {
              pc = (int) (word >>> 32);
              if (++proto.loopTurns[a] >= strand.loopLimit) {
                Object result = HotFrames.resume(strand, function, r, pc, suspended);
                if (result == Code.EXITED) {
                  pc = strand.takeExit();
                } else if (result != null) {
                  strand.depth = outer;
                  return result;
                }
              }
            }
            case Opcode.JUMP_IF -> {
              Object value = r[a];
              if (value instanceof Boolean truth ? truth : Truth.isTruthy(value)) {
                pc = (int) (word >>> 32);
              }
            }
            case Opcode.JUMP_UNLESS -> {
              Object value = r[a];
              if (!(value instanceof Boolean truth ? truth : Truth.isTruthy(value))) {
                pc = (int) (word >>> 32);
              }
            }
            case Opcode.JUMP_UNLESS_LESS -> {
              if (r[a] instanceof Long m && r[b] instanceof Long n) {
                if (!(m < n)) {
                  pc = proto.targets[c];
                }
              } else if (!holds(strand, proto, pc - 1, Comparison.Order.LESS, r, a, b)) {
                pc = proto.targets[c];
              }
            }
            case Opcode.JUMP_UNLESS_LESS_EQUAL -> {
              if (r[a] instanceof Long m && r[b] instanceof Long n) {
                if (!(m <= n)) {
                  pc = proto.targets[c];
                }
              } else if (!holds(strand, proto, pc - 1, Comparison.Order.LESS_EQUAL, r, a, b)) {
                pc = proto.targets[c];
              }
            }
            case Opcode.JUMP_UNLESS_GREATER -> {
              if (r[a] instanceof Long m && r[b] instanceof Long n) {
                if (!(m > n)) {
                  pc = proto.targets[c];
                }
              } else if (!holds(strand, proto, pc - 1, Comparison.Order.GREATER, r, a, b)) {
                pc = proto.targets[c];
              }
            }
            case Opcode.JUMP_UNLESS_GREATER_EQUAL -> {
              if (r[a] instanceof Long m && r[b] instanceof Long n) {
                if (!(m >= n)) {
                  pc = proto.targets[c];
                }
              } else if (!holds(strand, proto, pc - 1, Comparison.Order.GREATER_EQUAL, r, a, b)) {
                pc = proto.targets[c];
              }
            }
            case Opcode.JUMP_UNLESS_EQUAL -> {
              if (!equal(strand, proto, pc - 1, r, r[a], r[b])) {
                pc = proto.targets[c];
              }
            }
            case Opcode.JUMP_IF_EQUAL -> {
              if (equal(strand, proto, pc - 1, r, r[a], r[b])) {
                pc = proto.targets[c];
              }
            }
            case Opcode.GET_INDEX -> {
              Object object = r[b];
              Object index = r[c];
              if (object instanceof ArrayValue array && index instanceof Long position) {
                long i = position;
                if (i >= 0 && i < array.size) {
                  Object data = array.data;
                  if (data instanceof long[] ints) {
                    r[a] = Ints.box(ints[(int) i]);
                    continue;
                  }
                  if (data instanceof Object[] objects) {
                    proto.feedback[pc - 1] |= Feedback.OBJECT_ARRAY;
                    r[a] = objects[(int) i];
                    continue;
                  }
                  if (data instanceof double[] floats) {
                    proto.feedback[pc - 1] |= Feedback.FLOAT_ARRAY;
                    r[a] = floats[(int) i];
                    continue;
                  }
                }
              }
              r[a] = Indexing.get(proto, pc - 1, object, index);
            }
            case Opcode.SET_INDEX -> {
              if (r[a] instanceof ArrayValue array
                  && !array.shared
                  && r[b] instanceof Long position) {
                long i = position;
                if (i >= 0 && i < array.size) {
                  Object value = r[c];
                  Object data = array.data;
                  if (data instanceof long[] ints && value instanceof Long number) {
                    ints[(int) i] = number;
                    continue;
                  }
                  if (data instanceof double[] floats && value instanceof Double number) {
                    proto.feedback[pc - 1] |= Feedback.FLOAT_ARRAY;
                    floats[(int) i] = number;
                    continue;
                  }
                }
              }
              r[a] = Indexing.set(proto, pc - 1, r[a], r[b], r[c]);
            }
            case Opcode.GET_FIELD -> {
              Site.Field site = (Site.Field) proto.sites[c];
              Site.Slot seen = site.seen;
              if (r[b] instanceof StructValue struct
                  && seen != null
                  && seen.shape() == struct.shape()) {
                r[a] = struct.slot(seen.index());
              } else {
                r[a] = Fields.get(r[b], site);
              }
            }
            case Opcode.SET_FIELD -> r[a] = Fields.set(r[a], (Site.Field) proto.sites[c], r[b]);
            case Opcode.CALL -> {
              Site.Call site = (Site.Call) proto.sites[c];
              if (r[b] instanceof FunctionValue callee
                  && callee.code.kind == Prototype.Kind.PLAIN
                  && callee.code.parameterCount == site.argumentCount
                  && !callee.code.takesReceiver) {
                r[a] = call(strand, callee, r, b + 1, site.argumentCount, site);
              } else {
                r[a] = Calls.slow(strand, r, b, site);
              }
            }
            case Opcode.CALL_NATIVE ->
                r[a] = Calls.callNative(strand, r, b, (Site.NativeCall) proto.sites[c]);
            case Opcode.CALL_METHOD -> {
              Site.Method site = (Site.Method) proto.sites[c];
              FunctionValue method =
                  r[b] instanceof StructValue struct ? Calls.structMethod(struct, site) : null;
              if (method != null
                  && method.code.kind == Prototype.Kind.PLAIN
                  && method.code.parameterCount == site.argumentCount + 1) {
                r[a] = callMethod(strand, method, r, b, site);
              } else {
                r[a] = Calls.slowMethod(strand, r, b, site);
              }
            }
            case Opcode.LENGTH -> {
              if (r[b] instanceof ArrayValue array) {
                r[a] = Ints.box(array.size);
              } else {
                r[a] = Lengths.length(strand, r[b]);
              }
            }
            case Opcode.RETURN -> {
              strand.depth = outer;
              return r[a];
            }
            case Opcode.NEXT -> {
              Object value = ((Iteration) r[b]).next();
              if (value == null) {
                pc = proto.targets[c];
              } else {
                if (!(value instanceof Long)) {
                  Iteration.note(proto, pc - 1, value);
                }
                r[a] = value;
              }
            }
            case Opcode.RANGE_NEXT -> {
              CountedRange range = (CountedRange) r[b];
              if (range.hasNext()) {
                r[a] = Ints.box(range.take());
              } else {
                pc = proto.targets[c];
              }
            }
            case Opcode.PROPAGATE -> {
              Object value = r[b];
              if (!(value instanceof WrapValue wrap)) {
                throw new RuffError("Try operator requires Result or Option");
              }
              if (!wrap.isSuccess()) {
                strand.depth = outer;
                return value;
              }
              r[a] = wrap.value();
            }
            case Opcode.YIELD -> {
              Object value = r[b];
              r[a] = value;
              suspended.suspendAt(pc);
              strand.depth = outer;
              return value;
            }
            case Opcode.AWAIT -> {
              Object value = AsyncCalls.await(strand, r[b], suspended);
              if (value == SUSPENDED) {
                suspended.suspendAt(pc - 1);
                strand.depth = outer;
                return SUSPENDED;
              }
              r[a] = value;
            }
            default -> pc = RareInstructions.execute(strand, function, r, word, pc);
          }
        }
      } catch (RuffError | DeniedException | StackOverflowError | OutOfMemoryError failure) {
        RuffError error = Throwing.error(strand, failure, function);
        int at = strand.takeFailure(pc - 1);
        Prototype.Handler handler = proto.handler(at);
        if (handler == null) {
          Throwing.leave(error, proto, at);
          strand.depth = outer;
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

  private static boolean holds(
      Strand strand,
      Prototype code,
      int pc,
      Comparison.Order order,
      Object[] r,
      int left,
      int right) {
    strand.running(r);
    return Truth.isTruthy(Comparison.compare(strand, code, pc, order, r[left], r[right]));
  }

  private static boolean equal(
      Strand strand, Prototype code, int pc, Object[] r, Object left, Object right) {
    if (left instanceof Long m && right instanceof Long n) {
      return m.longValue() == n.longValue();
    }
    if (left == right && left instanceof String) {
      code.feedback[pc] |= Feedback.TEXT;
      return true;
    }
    strand.running(r);
    return Truth.isTruthy(Comparison.equal(strand, code, pc, left, right));
  }
}
