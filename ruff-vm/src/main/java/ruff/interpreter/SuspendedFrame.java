package ruff.interpreter;

/** Who keeps a frame that leaves the interpreter before its function has ended. */
public interface SuspendedFrame {
  /** Takes note of the instruction to go on with. */
  void suspendAt(int pc);
}
