package ruff.resolve;

/** One variable of a program: where it was made, how it may be used, where it lives. */
public final class Binding {
  /** What made the variable. */
  public enum Kind {
    LET,
    CONST,
    MUT,
    /** A plain assignment. */
    PLAIN,
    PARAMETER,
    /** The variable of a loop, an {@code except} or a {@code case}. */
    LOCAL,
    FUNCTION,
    STRUCT,
    /** A name listed in an import, or the module's own. */
    IMPORTED,
    /** A name that an {@code import} statement may or may not bring. */
    PERHAPS_IMPORTED,
    /** A field of the receiver, seen as a variable by a method without {@code self}. */
    RECEIVER_FIELD
  }

  /** Where the value is kept. */
  public enum Storage {
    REGISTER,
    /** A register that holds a cell. */
    CELL,
    GLOBAL
  }

  private final String name;
  private final Kind kind;
  private final Scope home;
  private final int order;
  private final boolean maybe;
  private boolean captured;
  private int assignments;
  private boolean capturedBeforeDefinition;
  private boolean consumed;
  private boolean assignedElsewhere;
  private boolean replaceable;
  private boolean lookedInto;
  private Storage storage = Storage.REGISTER;
  private int location = -1;

  /**
   * @param order the place in the text among all bindings and functions of the file
   * @param maybe whether it can be still undefined where it is visible
   */
  Binding(String name, Kind kind, Scope home, int order, boolean maybe) {
    this.name = name;
    this.kind = kind;
    this.home = home;
    this.order = order;
    this.maybe = maybe;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** The function whose frame or module holds it. */
  public FunctionScope owner() {
    return home.function();
  }

  /** Whether it belongs to the outermost block of a file. */
  public boolean isTopLevel() {
    return home.parent() == null;
  }

  int order() {
    return order;
  }

  public boolean isMaybe() {
    return maybe;
  }

  public boolean isImmutable() {
    return kind == Kind.LET || kind == Kind.CONST;
  }

  /** Whether a second {@code func} may take its place. */
  public boolean isFunction() {
    return kind == Kind.FUNCTION;
  }

  public boolean isCaptured() {
    return captured;
  }

  void markCaptured(boolean beforeDefinition) {
    captured = true;
    capturedBeforeDefinition |= beforeDefinition;
  }

  /** Whether closures must share a cell with the owner; else they copy the value. */
  public boolean needsCell() {
    return captured && (capturedBeforeDefinition || maybe || assignments > 0);
  }

  /** Notes an assignment other than the definition, made by code of {@code where}. */
  void noteAssignment(FunctionScope where) {
    assignments++;
    assignedElsewhere |= where != owner();
  }

  /** Notes that the value may be changed in place, or given to something that changes it. */
  void noteConsumed() {
    consumed = true;
  }

  public boolean isReassigned() {
    return assignments > 0;
  }

  /** Notes that an import may put something else in its place. */
  void noteReplaceable() {
    replaceable = true;
  }

  /** Whether it is a function of the top level that nothing ever takes the place of. */
  public boolean isDefinition() {
    return kind == Kind.FUNCTION && isTopLevel() && assignments == 0 && !replaceable;
  }

  /** Notes a use of the value for which texts in it must not be packed. */
  void noteLookedInto() {
    lookedInto = true;
  }

  /** Whether nothing ever looks at single texts in its value, so that they may be packed. */
  boolean holdsTexts() {
    return !lookedInto;
  }

  /** Whether its value may be changed in place, so that a parameter must be owned. */
  public boolean isConsumed() {
    return consumed;
  }

  /** Whether code of another function than the owner's assigns to it. */
  public boolean isAssignedElsewhere() {
    return assignedElsewhere;
  }

  public Storage storage() {
    return storage;
  }

  public void setStorage(Storage storage) {
    this.storage = storage;
  }

  /** The register in the owner's frame, or the slot of the global; -1 until it is given. */
  public int location() {
    return location;
  }

  public void setLocation(int location) {
    this.location = location;
  }
}
