package ruff.interpreter;

/** The compiler of hot code, as the interpreter sees it. */
public interface HotCode {
  /** Never compiles anything. */
  HotCode NONE = new Never();

  /** A count that is never reached. */
  int NEVER = Integer.MAX_VALUE;

  /** Calls of a function after which {@link #function} is asked. */
  int callLimit();

  /** Turns of a loop after which {@link #frame} is asked; steps of a suspended frame likewise. */
  int loopLimit();

  /**
   * Compiles a function that is called often and leaves the code in {@code Prototype.entry}; when
   * that cannot be, it makes sure not to be asked again soon.
   *
   * @param arguments holds the arguments of the coming call, whose kinds the code is made for
   * @param from where they begin
   */
  void function(FunctionValue function, Object[] arguments, int from);

  /**
   * Compiles the rest of a function from one instruction on and leaves the code in {@code
   * Prototype.entries}; when that cannot be, it makes sure not to be asked again soon.
   *
   * @param frame the registers at that instruction
   */
  void frame(FunctionValue function, Object[] frame, int pc);

  /** Whether there is time to compile what would do as it is. */
  boolean mayImprove();

  /** The choice to interpret everything. */
  final class Never implements HotCode {
    private Never() {}

    @Override
    public int callLimit() {
      return NEVER;
    }

    @Override
    public int loopLimit() {
      return NEVER;
    }

    @Override
    public void function(FunctionValue function, Object[] arguments, int from) {
      function.code.calls = 0;
    }

    @Override
    public void frame(FunctionValue function, Object[] frame, int pc) {}

    @Override
    public boolean mayImprove() {
      return false;
    }
  }
}
