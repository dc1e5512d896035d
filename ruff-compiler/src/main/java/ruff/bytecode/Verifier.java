package ruff.bytecode;

import java.util.ArrayList;
import java.util.List;

/**
 * Proves that bytecode keeps to the instruction set, so that an interpreter or compiler of it need
 * not check anything.
 *
 * <p>For a function and all functions inside it: fields are in range and of the declared kind,
 * sites fit their instructions, handlers nest, control never runs off the end, no constant is
 * overwritten, and no path reads a register that it has not written, takes a perhaps undefined
 * variable for a value or an iterator for a number. Instructions that no path reaches, such as
 * those behind a {@code return}, are held to the rules on fields only.
 */
public final class Verifier {
  /**
   * One breach of the rules.
   *
   * @param function the function's name
   * @param pc the index of the instruction; -1 for the function as a whole
   */
  public record Fault(String function, int pc, String text) {
    @Override
    public String toString() {
      return function + " at " + pc + ": " + text;
    }
  }

  private final int globals;
  private final List<Fault> faults = new ArrayList<>();

  private Verifier(int globals) {
    this.globals = globals;
  }

  /**
   * Verifies the top level of a file.
   *
   * @param globals the number of the module's globals
   * @return the faults, none for sound code
   */
  public static List<Fault> verify(Prototype main, int globals) {
    Verifier verifier = new Verifier(globals);
    verifier.fields(main);
    if (verifier.faults.isEmpty()) {
      verifier.flow(main, Entry.ofModule(globals));
    }
    return verifier.faults;
  }

  private void fields(Prototype function) {
    CheckFields check = new CheckFields(function, globals);
    check.run();
    report(function, check.faults());
    function.childList().forEach(this::fields);
  }

  private void flow(Prototype function, Entry entry) {
    CheckFlow check = new CheckFlow(function, entry, globals);
    check.run();
    report(function, check.faults());
    for (int child = 0; child < function.children.length; child++) {
      Entry reached = check.entryOf(child);
      if (reached != null) {
        flow(function.children[child], reached);
      }
    }
  }

  private void report(Prototype function, List<Finding> findings) {
    findings.forEach(finding -> faults.add(new Fault(function.name, finding.pc(), finding.text())));
  }

  /** A fault inside one function. */
  record Finding(int pc, String text) {}

  /** What a function finds where it is made: contents of its captures and of the globals. */
  record Entry(byte[] captures, byte[] globals) {
    static Entry ofModule(int globals) {
      byte[] undefined = new byte[globals];
      java.util.Arrays.fill(undefined, (byte) Contents.UNDEFINED);
      return new Entry(new byte[0], undefined);
    }

    /** What both may find. */
    Entry join(Entry other) {
      return new Entry(join(captures, other.captures), join(globals, other.globals));
    }

    private static byte[] join(byte[] left, byte[] right) {
      byte[] joined = left.clone();
      for (int i = 0; i < joined.length; i++) {
        joined[i] |= right[i];
      }
      return joined;
    }
  }
}
