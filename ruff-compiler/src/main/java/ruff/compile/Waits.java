package ruff.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.bytecode.Prototype;
import ruff.resolve.Binding;

/**
 * Finds out which async functions of a module can wait with nothing but their own frame on the
 * stack.
 *
 * <p>Such a call can be set aside without a thread. One that calls a plain function which waits
 * cannot: the plain function's frame stays on the stack. Calls by name of a function that is never
 * used as a value are followed; where a function that waits can be reached in any other way, every
 * async function counts as calling it.
 */
final class Waits {
  /** What is known of one function. */
  static final class Function {
    private final Prototype.Kind kind;
    private final Set<Binding> callees = new HashSet<>();
    private Binding name;
    private boolean bottom;
    private boolean waits;
    private Prototype code;

    private Function(Prototype.Kind kind) {
      this.kind = kind;
    }

    /** Notes that its code waits in a way that keeps its frame on the stack. */
    void waits() {
      waits = true;
    }

    /** Notes a call of whatever the name means. */
    void calls(Binding callee) {
      callees.add(callee);
    }

    /** Notes that it always is the bottom of a stack: nobody is kept from going on by its frame. */
    void isBottom() {
      bottom = true;
    }

    /**
     * Notes what it has become.
     *
     * @param declared the variable that it is declared as, or null
     */
    void finished(Prototype prototype, Binding declared) {
      code = prototype;
      name = declared;
    }

    private boolean isWaiting() {
      return waits && !bottom && kind != Prototype.Kind.MODULE;
    }
  }

  private final List<Function> functions = new ArrayList<>();
  private final Set<Binding> values = new HashSet<>();

  Function function(Prototype.Kind kind) {
    Function function = new Function(kind);
    functions.add(function);
    return function;
  }

  /** Notes that a variable is read for something else than a call, or seen from outside. */
  void usedAsValue(Binding binding) {
    values.add(binding);
  }

  /** Tells the prototypes; {@code main} is the module's own. */
  void settle(Prototype main) {
    passToCallers();
    for (Function function : functions) {
      if (function.isWaiting()) {
        if (function.kind == Prototype.Kind.ASYNC) {
          function.code.needsThread = true;
        } else if (isReachable(function)) {
          main.needsThread = true;
        }
      }
    }
  }

  private void passToCallers() {
    Map<Binding, List<Function>> callers = new HashMap<>();
    Deque<Function> waiting = new ArrayDeque<>();
    for (Function function : functions) {
      function.callees.forEach(
          callee -> callers.computeIfAbsent(callee, key -> new ArrayList<>()).add(function));
      if (function.isWaiting()) {
        waiting.add(function);
      }
    }
    while (!waiting.isEmpty()) {
      Function next = waiting.remove();
      if (next.kind == Prototype.Kind.PLAIN) {
        for (Function caller : callers.getOrDefault(next.name, List.of())) {
          if (!caller.waits) {
            caller.waits = true;
            waiting.add(caller);
          }
        }
      }
    }
  }

  /** Whether a plain function or generator that waits can be called otherwise than by its name. */
  private boolean isReachable(Function function) {
    return function.kind == Prototype.Kind.GENERATOR
        || function.name == null
        || function.name.isReassigned()
        || values.contains(function.name);
  }
}
