package ruff.bytecode;

import static ruff.bytecode.Operand.DEF;
import static ruff.bytecode.Operand.NONE;
import static ruff.bytecode.Operand.NUMBER;
import static ruff.bytecode.Operand.SITE;
import static ruff.bytecode.Operand.TARGET;
import static ruff.bytecode.Operand.UPDATE;
import static ruff.bytecode.Operand.USE;
import static ruff.bytecode.Operand.WIDE_CHILD;
import static ruff.bytecode.Operand.WIDE_CONSTANT;
import static ruff.bytecode.Operand.WIDE_GLOBAL;
import static ruff.bytecode.Operand.WIDE_TARGET;
import static ruff.bytecode.Operand.WINDOW;

/**
 * The instruction set. An instruction is one 64-bit word: the opcode in bits 0..15, then the fields
 * A, B and C of 16 bits each; see {@link Instruction}.
 *
 * <p>In the meanings, {@code R} is the frame's registers, {@code K} the constants, {@code G} the
 * module's globals, {@code S} the sites and {@code T} the jump targets of the prototype.
 * "Undefined" is the state of a variable before its definition. "Owned" is explained at {@code
 * ruff.value.Container}.
 */
public enum Op {
  // Registers, cells, globals
  MOVE(DEF, USE, NONE, "R[A] := R[B]"),
  MOVE_SHARED(DEF, USE, NONE, "R[A] := R[B], marked as having two holders"),
  SHARE(USE, NONE, NONE, "marks R[A] as having two holders"),
  CLEAR(DEF, NONE, NONE, "R[A] := undefined"),
  LOAD_CONSTANT(DEF, WIDE_CONSTANT, "R[A] := K[BC]"),
  CHECK_DEFINED(USE, WIDE_CONSTANT, "raises `Undefined variable: K[BC]` when R[A] is undefined"),
  JUMP_IF_DEFINED(USE, WIDE_TARGET, "goes to BC when R[A] is defined"),
  NEW_CELL(DEF, NONE, NONE, "R[A] := a new undefined cell"),
  MAKE_CELL(UPDATE, NONE, NONE, "R[A] := a new cell that holds R[A]"),
  LOAD_CELL(DEF, USE, NONE, "R[A] := content of the cell R[B], perhaps undefined"),
  STORE_CELL(USE, USE, NONE, "content of the cell R[A] := R[B]"),
  LOAD_GLOBAL(DEF, WIDE_GLOBAL, "R[A] := G[BC]; raises when it is undefined"),
  LOAD_GLOBAL_RAW(DEF, WIDE_GLOBAL, "R[A] := G[BC], perhaps undefined"),
  STORE_GLOBAL(USE, WIDE_GLOBAL, "G[BC] := R[A]"),

  // Arithmetic and comparison
  ADD(DEF, USE, USE, "R[A] := R[B] + R[C]"),
  SUBTRACT(DEF, USE, USE, "R[A] := R[B] - R[C]"),
  MULTIPLY(DEF, USE, USE, "R[A] := R[B] * R[C]"),
  DIVIDE(DEF, USE, USE, "R[A] := R[B] / R[C]"),
  MODULO(DEF, USE, USE, "R[A] := R[B] % R[C]"),
  NEGATE(DEF, USE, NONE, "R[A] := -R[B]"),
  NOT(DEF, USE, NONE, "R[A] := !R[B]"),
  TO_BOOL(DEF, USE, NONE, "R[A] := whether R[B] is truthy"),
  EQUAL(DEF, USE, USE, "R[A] := R[B] == R[C]"),
  NOT_EQUAL(DEF, USE, USE, "R[A] := R[B] != R[C]"),
  LESS(DEF, USE, USE, "R[A] := R[B] < R[C]"),
  LESS_EQUAL(DEF, USE, USE, "R[A] := R[B] <= R[C]"),
  GREATER(DEF, USE, USE, "R[A] := R[B] > R[C]"),
  GREATER_EQUAL(DEF, USE, USE, "R[A] := R[B] >= R[C]"),

  // Control
  JUMP(NONE, WIDE_TARGET, "goes to BC"),
  JUMP_BACK(NUMBER, WIDE_TARGET, "goes to BC, the head of loop A, and counts the turn"),
  JUMP_IF(USE, WIDE_TARGET, "goes to BC when R[A] is truthy"),
  JUMP_UNLESS(USE, WIDE_TARGET, "goes to BC when R[A] is falsy"),
  JUMP_IF_NULL(USE, WIDE_TARGET, "goes to BC when R[A] is null"),
  JUMP_UNLESS_NULL(USE, WIDE_TARGET, "goes to BC when R[A] is not null"),
  JUMP_IF_EQUAL(USE, USE, TARGET, "goes to T[C] when R[A] == R[B]"),
  JUMP_UNLESS_EQUAL(USE, USE, TARGET, "goes to T[C] unless R[A] == R[B]"),
  JUMP_IF_NOT_EQUAL(USE, USE, TARGET, "goes to T[C] when R[A] != R[B]"),
  JUMP_UNLESS_NOT_EQUAL(USE, USE, TARGET, "goes to T[C] unless R[A] != R[B]"),
  JUMP_IF_LESS(USE, USE, TARGET, "goes to T[C] when R[A] < R[B]"),
  JUMP_UNLESS_LESS(USE, USE, TARGET, "goes to T[C] unless R[A] < R[B]"),
  JUMP_IF_LESS_EQUAL(USE, USE, TARGET, "goes to T[C] when R[A] <= R[B]"),
  JUMP_UNLESS_LESS_EQUAL(USE, USE, TARGET, "goes to T[C] unless R[A] <= R[B]"),
  JUMP_IF_GREATER(USE, USE, TARGET, "goes to T[C] when R[A] > R[B]"),
  JUMP_UNLESS_GREATER(USE, USE, TARGET, "goes to T[C] unless R[A] > R[B]"),
  JUMP_IF_GREATER_EQUAL(USE, USE, TARGET, "goes to T[C] when R[A] >= R[B]"),
  JUMP_UNLESS_GREATER_EQUAL(USE, USE, TARGET, "goes to T[C] unless R[A] >= R[B]"),
  ITERATE(DEF, USE, NONE, "R[A] := an iterator over R[B]"),
  NEXT(DEF, USE, TARGET, "R[A] := next of the iterator R[B], or goes to T[C] at its end"),
  RANGE(DEF, WINDOW, NUMBER, "R[A] := the count that range(R[B], ...) with C arguments means"),
  RANGE_NEXT(DEF, USE, TARGET, "R[A] := next of the count R[B], or goes to T[C] at its end"),

  // Calls
  CALL(DEF, WINDOW, SITE, "R[A] := R[B](R[B+1], ...) as S[C] says"),
  CALL_NATIVE(DEF, WINDOW, SITE, "R[A] := the native of S[C] called with R[B], ..."),
  CALL_METHOD(DEF, WINDOW, SITE, "R[A] := method of S[C] on R[B] called with R[B+1], ..."),
  LENGTH(DEF, USE, NONE, "R[A] := len(R[B])"),
  RETURN(USE, NONE, NONE, "leaves the function with R[A]"),
  CLOSURE(DEF, WIDE_CHILD, "R[A] := a function of child BC, its captures taken from this frame"),
  PROPAGATE(
      DEF, USE, NONE, "R[A] := payload of Ok or Some R[B]; else leaves the function with R[B]"),
  THROW(USE, NONE, NONE, "throws R[A]"),
  RAISE(NONE, WIDE_CONSTANT, "raises an error with the message K[BC]"),
  YIELD(DEF, USE, NONE, "hands R[B] to the consumer; R[A] := R[B] when resumed"),
  AWAIT(DEF, USE, NONE, "R[A] := result of the promise R[B]; other values stay as they are"),
  SPAWN(USE, NONE, NONE, "runs the function R[A] on a snapshot, in parallel"),

  // Containers
  NEW_ARRAY(DEF, WINDOW, NUMBER, "R[A] := array of the C registers from R[B]"),
  ARRAY_ADD(UPDATE, USE, NONE, "appends R[B] to the owned array R[A]"),
  ARRAY_SPREAD(UPDATE, USE, NONE, "appends the elements of R[B] to the owned array R[A]"),
  NEW_TEXTS(DEF, NONE, NONE, "R[A] := empty array that packs texts"),
  NEW_DICT(DEF, NONE, NONE, "R[A] := empty dict"),
  DICT_PUT(UPDATE, USE, USE, "puts R[C] under the key R[B] into the owned dict R[A]"),
  DICT_SPREAD(UPDATE, USE, NONE, "puts the entries of R[B] into the owned dict R[A]"),
  NEW_STRUCT(DEF, WINDOW, SITE, "R[A] := struct of S[C]: definition R[B], fields R[B+1], ..."),
  DEFINE_STRUCT(DEF, WINDOW, SITE, "R[A] := definition of S[C]: methods, then defaults from R[B]"),
  GET_INDEX(DEF, USE, USE, "R[A] := R[B][R[C]]"),
  SET_INDEX(UPDATE, USE, USE, "R[A][R[B]] := R[C], after owning R[A]"),
  OWN(UPDATE, NONE, NONE, "R[A] := R[A] owned"),
  OWN_INDEX(DEF, USE, USE, "R[A] := R[B][R[C]], owned there; R[B] is owned"),
  GET_FIELD(DEF, USE, SITE, "R[A] := field S[C] of R[B]"),
  SET_FIELD(UPDATE, USE, SITE, "field S[C] of R[A] := R[B], after owning R[A]"),
  OWN_FIELD(DEF, USE, SITE, "R[A] := field S[C] of R[B], owned there; R[B] is owned"),
  BIND_FIELD(DEF, USE, SITE, "R[A] := field S[C] of the struct R[B], or undefined"),

  // Text, wrappers, patterns
  CONCAT(DEF, WINDOW, NUMBER, "R[A] := display texts of the C registers from R[B], joined"),
  ADD_THREE(DEF, WINDOW, USE, "R[A] := R[B] + R[B+1] + R[C]"),
  WRAP(DEF, USE, NUMBER, "R[A] := wrapper of kind C around R[B]"),
  NEW_TAGGED(DEF, WINDOW, SITE, "R[A] := enum value S[C] with the payload R[B], ..."),
  MATCH_CASE(DEF, USE, SITE, "R[A] := whether R[B] matches the case S[C]"),
  PAYLOAD(DEF, USE, NUMBER, "R[A] := part C of the payload of R[B], or null"),
  ELEMENT(DEF, USE, NUMBER, "R[A] := element C of the array R[B], or null"),
  TAKE_ELEMENT(DEF, USE, NUMBER, "R[A] := element C of the array R[B], which ends here, or null"),
  ELEMENTS_FROM(DEF, USE, NUMBER, "R[A] := array of the elements of R[B] from C on, perhaps none"),
  ENTRY(DEF, USE, SITE, "R[A] := entry S[C] of the dict R[B], or null"),
  TAKE_ENTRY(DEF, USE, SITE, "R[A] := entry S[C] of the dict R[B], which ends here, or null"),
  ENTRIES_EXCEPT(DEF, USE, SITE, "R[A] := dict of the entries of R[B] that S[C] does not name"),

  // Modules
  IMPORT(DEF, WIDE_CONSTANT, "R[A] := the module named K[BC], loaded when needed"),
  NAMESPACE(DEF, USE, NONE, "R[A] := struct of the exports of the module R[B]"),
  EXPORTED(DEF, USE, SITE, "R[A] := export S[C] of the module R[B]; raises when there is none"),
  EXPORTED_RAW(DEF, USE, SITE, "R[A] := export S[C] of the module R[B], or undefined"),
  EXPORT(NONE, WIDE_GLOBAL, "makes the global BC an export of this module"),

  // Only where a budget or an audit asks for them
  STEP(NONE, NONE, NONE, "counts one step of the program's budget, and ends it when there is none"),
  PLACE(NONE, NONE, NONE, "notes for the audit that the call that follows stands here");

  private static final Op[] ALL = values();

  private final Operand a;
  private final Operand b;
  private final Operand c;
  private final String meaning;

  Op(Operand a, Operand b, Operand c, String meaning) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.meaning = meaning;
  }

  Op(Operand a, Operand wide, String meaning) {
    this(a, wide, NONE, meaning);
  }

  public static Op of(int code) {
    return ALL[code];
  }

  public static int count() {
    return ALL.length;
  }

  public Operand a() {
    return a;
  }

  public Operand b() {
    return b;
  }

  public Operand c() {
    return c;
  }

  /** Whether B and C form one 32-bit field. */
  public boolean isWide() {
    return b.isWide();
  }

  /** One line for the disassembler's readers and the reference page. */
  public String meaning() {
    return meaning;
  }
}
