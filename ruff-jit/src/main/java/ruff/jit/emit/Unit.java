package ruff.jit.emit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ruff.bytecode.Instruction;
import ruff.bytecode.Op;
import ruff.bytecode.Prototype;
import ruff.interpreter.FunctionValue;
import ruff.jit.flow.ControlFlow;
import ruff.jit.flow.Interval;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Registers;
import ruff.jit.flow.Type;

/**
 * The functions that go into one class: the one that is hot, and those that it calls directly, each
 * for the kinds of arguments that it is called with there.
 */
public final class Unit {
  /** What one class may hold. */
  private static final int MOST_METHODS = 24;

  private static final int MOST_INSTRUCTIONS = 2500;
  private static final int LARGEST_CALLEE = 400;

  /** HotSpot compiles no method with more bytes than this. */
  private static final int LARGEST_METHOD = 8000;

  private static final ClassDesc OWNER = ClassDesc.of("ruff.jit.emit.Compiled");
  private static final MethodTypeDesc NO_ARGUMENTS = MethodTypeDesc.of(ConstantDescs.CD_void);

  private final CompiledUnit handle;
  private final List<Method> methods = new ArrayList<>();
  private final Map<ExitMethod.Way, ExitMethod> exitMethods = new LinkedHashMap<>();
  private final Map<String, LoopMethod> loopMethods = new LinkedHashMap<>();
  private final Map<Prototype, ControlFlow> flows = new HashMap<>();
  private final Set<Prototype> excluded;
  private final ClassConstants constants = new ClassConstants(OWNER);
  private final FunctionValue root;
  private int instructions;

  private Unit(CompiledUnit handle, FunctionValue root, Set<Prototype> excluded) {
    this.handle = handle;
    this.root = root;
    this.excluded = excluded;
  }

  /** A class that was made, and what it is about. */
  public record Result(byte[] bytes, Object[] constants, Map<String, FunctionValue> functions) {}

  /** The method of a unit became larger than HotSpot compiles. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(String method, int size) {
      super(method + " would have " + size + " bytes");
    }
  }

  /**
   * Compiles a function for arguments of these kinds.
   *
   * @param arguments holds the arguments whose kinds count
   * @param from where they begin
   */
  public static Result function(
      CompiledUnit handle, FunctionValue function, Object[] arguments, int from) {
    return make(
        handle,
        function,
        excluded -> {
          Unit unit = new Unit(handle, function, excluded);
          FunctionProfile profile = FunctionProfile.of(function.code);
          Registers types = new Registers(function.code.template.length);
          for (int i = 0; i < function.code.parameterCount; i++) {
            types.set(i, handedIn(Type.kindOf(arguments[from + i]), profile.takesAny(i)));
          }
          FunctionValue self = function.captures.length == 0 ? function : null;
          unit.add(function.code, Method.START, self, types);
          return unit;
        });
  }

  /** Compiles the rest of a function from one instruction on, for what its frame holds. */
  public static Result continuation(
      CompiledUnit handle, FunctionValue function, Object[] frame, int pc) {
    return make(
        handle,
        function,
        excluded -> {
          Unit unit = new Unit(handle, function, excluded);
          Registers types = FrameReader.typesOf(frame, function.code, unit.flow(function.code), pc);
          unit.add(function.code, pc, null, types);
          handle.resumesWith(function.code, types);
          return unit;
        });
  }

  private interface Start {
    Unit unit(Set<Prototype> excluded);
  }

  /** Tries again without callees that are too large. */
  private static Result make(CompiledUnit handle, FunctionValue function, Start start) {
    Set<Prototype> excluded = new LinkedHashSet<>();
    while (true) {
      Unit unit = start.unit(excluded);
      unit.analyze();
      byte[] bytes = unit.write();
      Method large = unit.tooLarge(bytes);
      if (large == null) {
        return new Result(bytes, unit.constants.values(), unit.functions());
      }
      if (large == unit.methods.getFirst()) {
        throw new TooLarge(large.name, LARGEST_METHOD);
      }
      excluded.add(large.code);
    }
  }

  /** What a function may take for granted of an argument: callers check primitive kinds only. */
  private static Type handedIn(Kind kind, boolean any) {
    return any ? Type.OBJECT : Type.of(kind.handedOn());
  }

  /**
   * What a method of the class may take for granted of an argument. A function that calls itself
   * mostly does so with what is not known to be small, and would be written twice.
   */
  private Type handedOn(Type type, boolean any, Prototype code) {
    boolean small = type.is(Kind.INT) && type.interval().isWithin(Interval.SMALL);
    return small && !any && !callsItself(code)
        ? Type.integer(Interval.SMALL)
        : handedIn(type.kind(), any);
  }

  private boolean callsItself(Prototype code) {
    for (long word : code.code) {
      if (Instruction.op(word) == Op.LOAD_GLOBAL
          && root.module.definition(Instruction.wide(word)) == code) {
        return true;
      }
    }
    return false;
  }

  ClassDesc owner() {
    return OWNER;
  }

  CompiledUnit handle() {
    return handle;
  }

  private ControlFlow flow(Prototype code) {
    return flows.computeIfAbsent(code, ControlFlow::new);
  }

  private Method add(Prototype code, int pc, FunctionValue self, Registers types) {
    FunctionValue home = self != null ? self : code.source == root.code.source ? root : null;
    String name = Method.name(code, pc, methods.size());
    Method method =
        new Method(code, pc, name, self, home, flow(code), handle.assumptions(code), types);
    methods.add(method);
    instructions += code.code.length;
    return method;
  }

  /**
   * The method to call for a function known by its code, or null when it is better called in
   * another way.
   *
   * @param function the function itself when it is always the same, or null
   */
  Method callee(Method caller, Prototype code, FunctionValue function, Registers types) {
    Registers own = new Registers(code.template.length);
    FunctionProfile profile = FunctionProfile.of(code);
    for (int i = 0; i < code.parameterCount; i++) {
      own.set(i, handedOn(types.get(i), profile.takesAny(i), code));
    }
    Method callee = method(code, own);
    if (callee == null && isWelcome(code)) {
      FunctionValue self = function;
      if (self == null && code.captures.length == 0 && code.source == root.code.source) {
        self = new FunctionValue(code, root.module, new Object[0]);
      }
      callee = add(code, Method.START, self, own);
    }
    if (callee != null) {
      caller.callees.add(callee);
    }
    return callee;
  }

  private Method method(Prototype code, Registers types) {
    for (Method each : methods) {
      if (each.hasParameters(code, types)) {
        return each;
      }
    }
    return null;
  }

  private boolean isWelcome(Prototype code) {
    return !excluded.contains(code)
        && methods.size() < MOST_METHODS
        && code.code.length <= LARGEST_CALLEE
        && instructions + code.code.length <= MOST_INSTRUCTIONS
        && FunctionProfile.of(code).refusal == null;
  }

  /** The Java method for an inner loop. */
  LoopMethod loopMethod(Method method, ControlFlow.Loop loop) {
    String key = method.name + " " + loop.head();
    return loopMethods.computeIfAbsent(
        key, unknown -> LoopMethod.of("loop" + loopMethods.size(), method, loop));
  }

  ExitMethod exitMethod(ExitMethod.Way way) {
    return exitMethods.computeIfAbsent(
        way, unknown -> new ExitMethod("exit" + exitMethods.size(), way));
  }

  /** Goes over all methods until the kinds of their results are settled. */
  private void analyze() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < methods.size(); i++) {
        Method method = methods.get(i);
        if (!method.isSettled()) {
          changed |= new MethodWriter(this, method, Asm.silent()).analyze();
        }
      }
      if (!changed) {
        changed = settleEndless();
      }
    }
  }

  /** Functions that never seem to return can do so in the interpreter, with any result. */
  private boolean settleEndless() {
    boolean changed = false;
    for (Method method : methods) {
      if (method.result == Kind.UNSET) {
        method.result = Kind.OBJECT;
        changed = true;
      }
    }
    return changed;
  }

  private Set<Method> reachable() {
    Set<Method> reachable = new LinkedHashSet<>();
    List<Method> pending = new ArrayList<>();
    pending.add(methods.getFirst());
    while (!pending.isEmpty()) {
      Method method = pending.removeLast();
      if (reachable.add(method)) {
        pending.addAll(method.callees);
      }
    }
    return reachable;
  }

  private byte[] write() {
    return ClassFile.of(
            ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.ClassHierarchyResolverOption.of(FlatHierarchy.INSTANCE))
        .build(
            OWNER,
            type -> {
              type.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER);
              type.withSuperclass(Signature.CODE);
              for (Method method : reachable()) {
                writeMethod(type, method);
              }
              type.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  NO_ARGUMENTS,
                  ClassFile.ACC_PUBLIC,
                  Unit::writeConstructor);
              writeEntry(type);
              for (ExitMethod exit : exitMethods.values()) {
                type.withMethodBody(
                    exit.name(),
                    exit.descriptor(),
                    ClassFile.ACC_STATIC,
                    code -> exit.write(Asm.into(code, constants), handle));
              }
              for (ClassConstants.Entry constant : constants.entries()) {
                type.withField(
                    constant.name(), constant.type(), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
              }
              type.withMethodBody(
                  ConstantDescs.CLASS_INIT_NAME,
                  NO_ARGUMENTS,
                  ClassFile.ACC_STATIC,
                  this::writeInitializer);
            });
  }

  private void writeMethod(ClassBuilder type, Method method) {
    type.withMethodBody(
        method.name,
        method.descriptor(),
        ClassFile.ACC_STATIC,
        code -> new MethodWriter(this, method, Asm.into(code, constants)).write());
    writeLoops(type, LoopMethod.within(this, method, null));
  }

  private void writeLoops(ClassBuilder type, List<LoopMethod> loops) {
    for (LoopMethod loop : loops) {
      type.withMethodBody(
          loop.name(),
          loop.descriptor(),
          ClassFile.ACC_STATIC,
          code -> new MethodWriter(this, loop.method(), Asm.into(code, constants), loop).write());
      writeLoops(type, LoopMethod.within(this, loop.method(), loop));
    }
  }

  private static void writeConstructor(CodeBuilder code) {
    code.aload(0).invokespecial(Signature.CODE, ConstantDescs.INIT_NAME, NO_ARGUMENTS).return_();
  }

  private void writeInitializer(CodeBuilder code) {
    code.invokestatic(
        ClassDesc.of("java.lang.invoke.MethodHandles"),
        "lookup",
        MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup));
    code.loadConstant(ConstantDescs.DEFAULT_NAME);
    code.loadConstant(Signature.OBJECTS);
    code.invokestatic(
        ClassDesc.of("java.lang.invoke.MethodHandles"),
        "classData",
        MethodTypeDesc.of(
            ConstantDescs.CD_Object,
            ConstantDescs.CD_MethodHandles_Lookup,
            ConstantDescs.CD_String,
            ConstantDescs.CD_Class));
    code.checkcast(Signature.OBJECTS).astore(0);
    int index = 0;
    for (ClassConstants.Entry constant : constants.entries()) {
      code.aload(0).loadConstant(index++);
      code.aaload();
      code.checkcast(constant.type()).putstatic(OWNER, constant.name(), constant.type());
    }
    code.return_();
  }

  private void writeEntry(ClassBuilder type) {
    Method method = methods.getFirst();
    if (method.isContinuation()) {
      type.withMethodBody(
          "resume",
          method.descriptor(),
          ClassFile.ACC_PUBLIC,
          code -> {
            code.aload(1).aload(2).aload(3).iload(4).aload(5);
            code.invokestatic(OWNER, method.name, method.descriptor()).areturn();
          });
    } else {
      EntryMethod entry = new EntryMethod(this, method);
      type.withMethodBody(
          entry.name(),
          entry.descriptor(),
          ClassFile.ACC_PUBLIC,
          code -> entry.write(Asm.into(code, constants)));
    }
  }

  private Method tooLarge(byte[] bytes) {
    if (bytes.length < LARGEST_METHOD) {
      return null;
    }
    for (var written : ClassFile.of().parse(bytes).methods()) {
      int size =
          written
              .code()
              .map(code -> ((java.lang.classfile.attribute.CodeAttribute) code).codeLength())
              .orElse(0);
      if (size >= LARGEST_METHOD) {
        for (Method method : methods) {
          if (written.methodName().equalsString(method.name)) {
            return method;
          }
        }
        return methods.getFirst();
      }
    }
    return null;
  }

  private Map<String, FunctionValue> functions() {
    Map<String, FunctionValue> functions = new HashMap<>();
    for (Method method : methods) {
      FunctionValue self = method.self != null ? method.self : root;
      functions.put(
          method.name,
          self.code == method.code
              ? self
              : new FunctionValue(method.code, root.module, new Object[0]));
    }
    return functions;
  }
}
