package ruff.interpreter;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The active functions where compiled code runs some of them: it does not note its calls as the
 * interpreter does, so they are read off the Java stack, when an error is caught and only then.
 *
 * <p>One active function can have several Java frames: the interpreter that left for compiled code
 * in a loop, and compiled code that gave up and went on in the interpreter.
 */
public final class CompiledStack {
  /** Begins the names of Java methods that run a function from its start. */
  public static final String FUNCTION = "run";

  /** Begins the names of Java methods that go on with a frame of the interpreter. */
  public static final String CONTINUATION = "continue";

  private static final StackWalker WALKER =
      StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

  /** By name of Java method, kept by the class itself, so that it can go. */
  private static final ClassValue<Map<String, FunctionValue>> FUNCTIONS =
      new ClassValue<>() {
        @Override
        protected Map<String, FunctionValue> computeValue(Class<?> code) {
          return new ConcurrentHashMap<>();
        }
      };

  private final Strand strand;
  private int index;
  private boolean interpreterGoesOn;
  private boolean compiledContinues;

  private CompiledStack(Strand strand, int depth) {
    this.strand = strand;
    this.index = depth;
  }

  /**
   * Tells which functions a class runs.
   *
   * @param functions by the name of the Java method
   */
  public static void register(Class<? extends Code> code, Map<String, FunctionValue> functions) {
    FUNCTIONS.get(code).putAll(functions);
  }

  /** The active functions around the one at that depth, outermost first. */
  static FunctionValue[] callers(Strand strand, int depth) {
    if (strand.hotCode() != HotCode.NONE && depth > strand.taskBase() + 1) {
      WALKER.walk(new CompiledStack(strand, depth)::read);
    }
    return strand.activeFunctions(depth - 1);
  }

  private Void read(Stream<StackFrame> frames) {
    Iterator<StackFrame> each = frames.iterator();
    while (index > strand.taskBase() && each.hasNext()) {
      StackFrame frame = each.next();
      Class<?> owner = frame.getDeclaringClass();
      if (owner == Interpreter.class && frame.getMethodName().equals("run")) {
        interpreted();
      } else if (owner == Linkage.class && frame.getMethodName().equals("goOn")) {
        interpreterGoesOn = true;
      } else if (owner.getSuperclass() == Code.class) {
        compiled(owner, frame.getMethodName());
      }
    }
    return null;
  }

  private void interpreted() {
    if (compiledContinues) {
      compiledContinues = false;
    } else {
      index--;
    }
  }

  private void compiled(Class<?> owner, String method) {
    boolean continuation = method.startsWith(CONTINUATION);
    if (!continuation && !method.startsWith(FUNCTION)) {
      return;
    }
    if (interpreterGoesOn) {
      interpreterGoesOn = false;
      return;
    }
    index--;
    compiledContinues = continuation;
    if (!continuation) {
      strand.setActive(index, function(owner, method));
    }
  }

  private static FunctionValue function(Class<?> owner, String method) {
    return FUNCTIONS.get(owner).get(method);
  }
}
