package ruff.jit.emit;

import static java.lang.classfile.Opcode.GOTO;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFNULL;
import static java.lang.classfile.Opcode.IF_ACMPNE;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.bytecode.Site;
import ruff.interpreter.Code;
import ruff.interpreter.FunctionValue;
import ruff.jit.flow.Definition;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;
import ruff.natives.NativeEntry;
import ruff.natives.NativeFunction;

/**
 * Calls: of functions known by their code directly and unboxed, of others through their compiled
 * code, of natives by their typed Java method where the arguments fit, and of everything else by
 * the VM.
 */
final class CallWriter {
  /** Methods that a call site tells apart by shape. */
  private static final int MOST_SHAPES = 3;

  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  CallWriter(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void translate(Op op, long word) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    switch (op) {
      case CALL -> call(a, b, (Site.Call) out.code.sites[Instruction.c(word)]);
      case CALL_NATIVE -> callNative(a, b, (Site.NativeCall) out.code.sites[Instruction.c(word)]);
      case CALL_METHOD -> callMethod(a, b, (Site.Method) out.code.sites[Instruction.c(word)]);
      case CLOSURE -> closure(a, out.code.children[Instruction.wide(word)]);
      default -> {
        out.pushStrand();
        values.pushObject(a);
        asm.link("spawn", "SO:V");
      }
    }
  }

  // Functions

  private void call(int a, int base, Site.Call site) {
    if (out.isUnvisited(!site.isVisited())) {
      out.leaveUnvisited();
      return;
    }
    Type callee = values.type(base);
    List<Prototype> known = knownCallees(callee, site);
    List<Method> targets = new ArrayList<>();
    for (Prototype code : known) {
      FunctionValue function =
          callee.detail() instanceof Definition definition
              ? new FunctionValue(code, definition.home().module, new Object[0])
              : null;
      Method target = out.unit.callee(out.method, code, function, arguments(base + 1, code));
      if (target != null) {
        targets.add(target);
      }
    }
    if (targets.isEmpty() || targets.size() < known.size()) {
      callUnknown(a, base, site);
    } else if (targets.size() > 1) {
      byCode(a, base, site, targets);
    } else {
      if (callee.code() == null) {
        expectFunction(base, known.getFirst());
      }
      share(base + 1, site.argumentCount, site.lent & known.getFirst().consumed | site.exposed);
      direct(a, targets.getFirst(), base, base + 1);
    }
  }

  /** The functions that are called, when that is known or there were few; else none. */
  private List<Prototype> knownCallees(Type callee, Site.Call site) {
    Object decision = out.method.decisions[out.pc];
    if (decision == null) {
      decision = site.megamorphic || out.method.general[out.pc] ? new Object[0] : site.seen;
      out.method.decisions[out.pc] = decision;
    }
    Object[] seen = callee.code() != null ? new Object[] {callee.code()} : (Object[]) decision;
    List<Prototype> known = new ArrayList<>();
    for (Object each : seen) {
      if (!(each instanceof Prototype code)
          || code.kind != Prototype.Kind.PLAIN
          || code.parameterCount != site.argumentCount
          || code.takesReceiver) {
        return List.of();
      }
      known.add(code);
    }
    return known;
  }

  private Registers arguments(int first, Prototype callee) {
    Registers types = new Registers(callee.template.length);
    for (int i = 0; i < callee.parameterCount; i++) {
      types.set(i, values.type(first + i));
    }
    return types;
  }

  private void expectFunction(int register, Prototype code) {
    values.expect(register, Signature.FUNCTION, Type.function(code), out.exit());
    values.push(register, Signature.FUNCTION);
    asm.field(Signature.FUNCTION, "code", Signature.PROTOTYPE);
    asm.constant(code, Signature.PROTOTYPE);
    asm.jump(IF_ACMPNE, out.exit());
  }

  private void share(int first, int count, long mask) {
    for (int i = 0; i < count; i++) {
      if ((mask >> i & 1) != 0 && values.mayBeContainer(first + i)) {
        values.pushObject(first + i);
        asm.call(Signature.CONTAINER, "share", "O:V");
      }
    }
  }

  /** Calls a method of the same class. */
  private void direct(int a, Method target, int callee, int firstArgument) {
    Label from = asm.label();
    Label to = asm.label();
    pushDirect(target, callee, firstArgument);
    asm.bind(from);
    asm.callThrowing(out.unit.owner(), target.name, target.descriptor());
    asm.bind(to);
    if (target.result == Kind.UNSET) {
      // Nothing is known to return from there yet.
      asm.pop();
      out.end();
      return;
    }
    if (target.result.isPrimitive()) {
      out.promise(from, to, a);
    }
    values.set(a, target.result);
  }

  private void pushDirect(Method target, int callee, int firstArgument) {
    out.pushStrand();
    out.pushLeft();
    asm.constant(1);
    asm.op(Opcode.ISUB);
    if (target.takesSelf()) {
      values.push(callee, Signature.FUNCTION);
    }
    if (target.usesGlobals) {
      pushGlobalsOf(target, callee);
    }
    for (int i = 0; i < target.code.parameterCount; i++) {
      values.push(firstArgument + i, target.parameterKind(i));
    }
  }

  private void pushGlobalsOf(Method target, int callee) {
    if (target.code.source == out.code.source && out.method.usesGlobals) {
      out.pushGlobals();
      return;
    }
    out.pushStrand();
    if (target.takesSelf()) {
      values.push(callee, Signature.FUNCTION);
    } else {
      asm.constant(target.self, Signature.FUNCTION);
    }
    asm.call(Signature.LINKAGE, "globals", "SF:[");
  }

  private void callUnknown(int a, int base, Site.Call site) {
    int count = site.argumentCount;
    Label done = asm.label();
    if (values.is(base, Kind.DEFINITION)) {
      values.pushObject(base);
      values.setObject(base, Type.function(values.type(base).code()));
    }
    boolean throughCode = count <= Code.MOST_PARAMETERS && site.exposed == 0 && isCallable(base);
    if (throughCode) {
      throughCode(base, count, site, done);
    }
    out.pushStrand();
    out.pushLeft();
    values.pushWindow(base, count + 1);
    asm.constant(site, Signature.site("Call"));
    asm.link("call", "SI[c:O");
    asm.bind(done);
    values.setObject(a, Type.OBJECT);
  }

  private boolean isCallable(int register) {
    return values.is(register, Kind.OBJECT) || values.is(register, Kind.FUNCTION);
  }

  /** Calls the callee's own compiled code, if it has any; its result is on the stack at the end. */
  private void throughCode(int base, int count, Site.Call site, Label done) {
    Label slow = asm.label();
    int code = values.scratch();
    values.pushObject(base);
    asm.isInstance(Signature.FUNCTION);
    asm.jump(IFEQ, slow);
    values.push(base, Signature.FUNCTION);
    asm.constant(count);
    asm.constant(site.lent);
    asm.call(Signature.LINKAGE, "plainCode", "FIJ:C");
    asm.astore(code);
    asm.aload(code);
    asm.jump(IFNULL, slow);
    out.nest();
    asm.aload(code);
    asm.cast(Signature.CODE);
    out.pushStrand();
    values.push(base, Signature.FUNCTION);
    for (int i = 0; i < count; i++) {
      values.pushPassing(base + 1 + i);
    }
    asm.callVirtualThrowing(Signature.CODE, "call" + count, "SF" + "O".repeat(count) + ":O");
    asm.jump(GOTO, done);
    asm.bind(slow);
  }

  private void closure(int a, Prototype child) {
    out.pushSelf();
    asm.constant(child, Signature.PROTOTYPE);
    asm.newArray(child.captures.length);
    for (int i = 0; i < child.captures.length; i++) {
      asm.dup();
      asm.constant(i);
      values.pushObject(child.captures[i]);
      asm.op(Opcode.AASTORE);
    }
    asm.call(Signature.LINKAGE, "closure", "FP[:F");
    values.setObject(a, Type.function(child));
  }

  // Methods

  private void callMethod(int a, int base, Site.Method site) {
    if (out.isUnvisited(
        site.found.length == 0 && !site.megamorphic && values.is(base, Kind.STRUCT))) {
      out.leaveUnvisited();
      return;
    }
    List<Method> targets = new ArrayList<>();
    Site.Found[] found = found(site);
    for (Site.Found each : found) {
      Method target = target(each, base, site);
      if (target == null) {
        targets.clear();
        break;
      }
      targets.add(target);
    }
    if (targets.isEmpty()) {
      out.pushStrand();
      out.pushLeft();
      values.pushWindow(base, site.argumentCount + 1);
      asm.constant(site, Signature.site("Method"));
      asm.link("callMethod", "SI[m:O");
      values.setObject(a, Type.OBJECT);
    } else {
      byShape(a, base, site, found, targets);
    }
  }

  private Site.Found[] found(Site.Method site) {
    Object decision = out.method.decisions[out.pc];
    if (decision == null) {
      Site.Found[] found = site.found;
      boolean usable =
          found.length <= MOST_SHAPES && !site.megamorphic && !out.method.general[out.pc];
      decision = usable ? found : new Site.Found[0];
      out.method.decisions[out.pc] = decision;
    }
    return (Site.Found[]) decision;
  }

  private Method target(Site.Found found, int base, Site.Method site) {
    FunctionValue function = (FunctionValue) found.method();
    Prototype code = function.code;
    boolean plain =
        code.kind == Prototype.Kind.PLAIN
            && code.parameterCount == site.argumentCount + 1
            && function.captures.length == 0;
    return plain ? out.unit.callee(out.method, code, function, arguments(base, code)) : null;
  }

  private void byShape(
      int a, int base, Site.Method site, Site.Found[] found, List<Method> targets) {
    if (!values.is(base, Kind.STRUCT)) {
      if (!values.is(base, Kind.OBJECT)) {
        out.leave();
        return;
      }
      values.expect(base, Signature.STRUCT, Type.struct(null), out.exit());
    }
    values.push(base, Signature.STRUCT);
    asm.callVirtual(Signature.STRUCT, "shape", ":h");
    asm.astore(values.secondScratch());
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Method target = targets.get(i);
      long mask = site.lent & target.code.consumed | site.exposed;
      choices.add(new Choice(target, found[i].shape(), mask));
    }
    choose(a, base, base, site.argumentCount + 1, choices, Signature.SHAPE);
  }

  private void byCode(int a, int base, Site.Call site, List<Method> targets) {
    if (values.is(base, Kind.OBJECT)) {
      values.expect(base, Signature.FUNCTION, Type.function(null), out.exit());
    }
    if (!values.is(base, Kind.FUNCTION)) {
      out.leave();
      return;
    }
    values.push(base, Signature.FUNCTION);
    asm.field(Signature.FUNCTION, "code", Signature.PROTOTYPE);
    asm.astore(values.secondScratch());
    List<Choice> choices = new ArrayList<>();
    for (Method target : targets) {
      long mask = site.lent & target.code.consumed | site.exposed;
      choices.add(new Choice(target, target.code, mask));
    }
    choose(a, base, base + 1, site.argumentCount, choices, Signature.PROTOTYPE);
  }

  /**
   * A function that may be called.
   *
   * @param key what it is told by
   * @param shared bit i: argument i has to be marked as shared
   */
  private record Choice(Method target, Object key, long shared) {}

  /** Calls the function whose key is in the second scratch local, or leaves. */
  private void choose(
      int a, int callee, int first, int count, List<Choice> choices, ClassDesc keyType) {
    Kind result = Kind.UNSET;
    for (Choice choice : choices) {
      result = join(result, choice.target().result);
    }
    Label done = asm.label();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      Label next = i + 1 < choices.size() ? asm.label() : out.exit();
      asm.aload(values.secondScratch());
      asm.constant(choice.key(), keyType);
      asm.jump(IF_ACMPNE, next);
      Registers before = values.state.copy();
      share(first, count, choice.shared());
      callChosen(a, callee, first, choice.target(), result);
      values.state = before;
      asm.jump(GOTO, done);
      if (i + 1 < choices.size()) {
        asm.bind(next);
      }
    }
    asm.bind(done);
    if (result == Kind.UNSET) {
      out.end();
    } else {
      values.state.set(a, Type.of(result));
    }
  }

  private static Kind join(Kind left, Kind right) {
    if (left == Kind.UNSET || left == right) {
      return right;
    }
    return right == Kind.UNSET ? left : Kind.OBJECT;
  }

  private void callChosen(int a, int callee, int first, Method target, Kind result) {
    Label from = asm.label();
    Label to = asm.label();
    pushDirect(target, callee, first);
    asm.bind(from);
    asm.callThrowing(out.unit.owner(), target.name, target.descriptor());
    asm.bind(to);
    if (target.result == Kind.UNSET) {
      asm.pop();
      return;
    }
    if (target.result.isPrimitive()) {
      out.promise(from, to, a);
    }
    values.set(a, target.result);
    if (result != target.result) {
      values.pushObject(a);
      asm.astore(values.objectSlot(a));
    }
  }

  // Natives

  private void callNative(int a, int base, Site.NativeCall site) {
    NativeFunction function = (NativeFunction) site.function;
    NativeEntry.Code code = function.code();
    share(base, site.argumentCount, site.lent);
    if (!out.method.general[out.pc] && takesTyped(code, base, site.argumentCount)) {
      typed(a, base, site.argumentCount, code);
      return;
    }
    out.pushStrand();
    out.pushLeft();
    values.pushWindow(base, site.argumentCount);
    asm.constant(site, Signature.site("NativeCall"));
    asm.link("callNative", "SI[n:O");
    values.setObject(a, Type.OBJECT);
  }

  /** Whether the arguments can be handed to the Java method as they are, guesses included. */
  private boolean takesTyped(NativeEntry.Code code, int base, int count) {
    if (code.gated() || code.kinds().length() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!fits(code.kinds().charAt(i), values.type(base + i), parameter(code, i))) {
        return false;
      }
    }
    return true;
  }

  private static ClassDesc parameter(NativeEntry.Code code, int index) {
    MethodTypeDesc type = Signature.ofDescriptor(code.descriptor());
    return type.parameterType(index + (takesContext(type) ? 1 : 0));
  }

  private static boolean takesContext(MethodTypeDesc type) {
    return type.parameterCount() > 0
        && type.parameterType(0).descriptorString().equals("Lruff/natives/NativeContext;");
  }

  private static boolean fits(char kind, Type type, ClassDesc wanted) {
    return switch (kind) {
      case 'I' -> type.is(Kind.INT);
      case 'F' -> type.is(Kind.INT) || type.is(Kind.FLOAT);
      case 'B' -> type.is(Kind.BOOL);
      case 'C' ->
          wanted.equals(Signature.ARRAY) && (type.is(Kind.ARRAY) || type.is(Kind.OBJECT))
              || wanted.equals(Signature.DICT) && (type.is(Kind.DICT) || type.is(Kind.OBJECT));
      case 'W' -> true;
      case 'A' -> !type.is(Kind.TEXT) && !type.is(Kind.OBJECT);
      default -> false;
    };
  }

  private void typed(int a, int base, int count, NativeEntry.Code code) {
    MethodTypeDesc type = Signature.ofDescriptor(code.descriptor());
    for (int i = 0; i < count; i++) {
      if (code.kinds().charAt(i) == 'C' && values.is(base + i, Kind.OBJECT)) {
        ClassDesc wanted = parameter(code, i);
        Type known = wanted.equals(Signature.ARRAY) ? Type.ARRAY : Type.DICT;
        values.expect(base + i, wanted, known, out.exit());
      }
    }
    if (takesContext(type)) {
      out.nest();
      out.pushStrand();
    }
    MethodTypeDesc chosen = unboxed(code, type, base, count);
    for (int i = 0; i < count; i++) {
      switch (code.kinds().charAt(i)) {
        case 'I' -> values.pushInt(base + i);
        case 'F' -> values.pushFloat(base + i);
        case 'B' -> values.pushBool(base + i);
        case 'C' -> values.push(base + i, parameter(code, i));
        default -> pushAny(base + i, chosen.parameterType(i + type.parameterCount() - count));
      }
    }
    asm.callThrowing(ClassDesc.of(code.owner()), code.method(), chosen);
    takeResult(a, type.returnType());
  }

  /** The type of the Java method that takes most numbers without a box. */
  private MethodTypeDesc unboxed(NativeEntry.Code code, MethodTypeDesc type, int base, int count) {
    MethodTypeDesc wanted = type;
    int skipped = type.parameterCount() - count;
    for (int i = 0; i < count; i++) {
      Kind kind = values.kind(base + i);
      boolean isNumber = kind == Kind.INT || kind == Kind.FLOAT;
      if (isNumber && type.parameterType(i + skipped).equals(Signature.OBJECT)) {
        wanted = wanted.changeParameterType(i + skipped, Method.javaType(kind));
      }
    }
    return wanted != type && UnboxedNatives.have(code, wanted) ? wanted : type;
  }

  private void pushAny(int register, ClassDesc type) {
    if (type.isPrimitive()) {
      values.push(register, values.kind(register));
    } else {
      values.pushObject(register);
    }
  }

  private void takeResult(int a, ClassDesc type) {
    switch (type.descriptorString()) {
      case "J" -> values.setInt(a);
      case "D" -> values.setFloat(a);
      case "Z" -> values.setBool(a);
      case "V" -> {
        asm.staticField(Signature.NULL_VALUE, "NULL", Signature.NULL_VALUE);
        values.setObject(a, Type.NULL);
      }
      case "I" -> {
        asm.convert(Opcode.I2L);
        values.setInt(a);
      }
      case "Ljava/lang/String;" -> values.setObject(a, Type.TEXT);
      case "Lruff/value/ArrayValue;" -> values.setObject(a, Type.ARRAY);
      case "Lruff/value/DictValue;" -> values.setObject(a, Type.DICT);
      default -> values.setObject(a, Type.OBJECT);
    }
  }
}
