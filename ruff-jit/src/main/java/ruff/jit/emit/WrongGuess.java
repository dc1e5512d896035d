package ruff.jit.emit;

/** Says that a guess of compiled code does not hold; there is one, which knows nothing. */
final class WrongGuess extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final WrongGuess INSTANCE = new WrongGuess();

  private WrongGuess() {
    super(null, null, false, false);
  }
}
