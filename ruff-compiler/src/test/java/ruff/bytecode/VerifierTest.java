package ruff.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ruff.bytecode.PrototypeBuilder.Label;
import ruff.source.SourceText;

class VerifierTest {
  private static final int GLOBALS = 2;
  private static final SourceText SOURCE = new SourceText("t.ruff", "x");

  /** One parameter in register 0, variables in 1 to 7. */
  private final PrototypeBuilder code = builder("f");

  private static PrototypeBuilder builder(String name) {
    PrototypeBuilder builder = new PrototypeBuilder(name, Prototype.Kind.PLAIN, SOURCE, 1);
    builder.useRegister(7);
    return builder;
  }

  private List<String> faults() {
    return Verifier.verify(code.build(), GLOBALS).stream().map(Verifier.Fault::toString).toList();
  }

  private void returnsParameter() {
    code.emit(Op.RETURN, 0);
  }

  @Test
  void soundCodeHasNoFaults() {
    code.emit(Op.MOVE, 1, 0);
    code.emit(Op.ADD, 2, 0, code.constantOperand(1L));
    code.emit(Op.RETURN, 2);

    assertThat(faults()).isEmpty();
  }

  @Nested
  class Fields {
    @Test
    void anEmptyFunctionIsRejected() {
      assertThat(faults()).containsExactly("f at -1: has no code");
    }

    @Test
    void aRegisterOutsideTheFrameIsRejected() {
      code.emit(Op.RETURN, 8);

      assertThat(faults()).containsExactly("f at 0: no such register: r8");
    }

    @Test
    void aConstantMustNotBeWritten() {
      code.emit(Op.MOVE, code.constantOperand(1L), 0);
      code.emit(Op.OWN, code.constantOperand(1L));
      returnsParameter();

      assertThat(faults())
          .containsExactly(
              "f at 0: writes the constant in r8", "f at 1: writes the constant in r8");
    }

    @Test
    void anUnknownOpcodeIsRejected() {
      returnsParameter();
      Prototype function = code.build();
      function.code[0] = Op.count();

      assertThat(Verifier.verify(function, 0))
          .extracting(Verifier.Fault::text)
          .containsExactly("no such instruction: " + Op.count());
    }

    @Test
    void aFieldWithoutUseMustBeZero() {
      code.emit(Op.RETURN, 0, 0, 1);

      assertThat(faults()).containsExactly("f at 0: an unused field is set");
    }

    @Test
    void jumpsMustStayInTheCode() {
      code.emitWide(Op.JUMP, 0, 2);
      code.emitWide(Op.JUMP_IF, 0, -1);

      assertThat(faults()).contains("f at 0: goes to 2, not code", "f at 1: goes to -1, not code");
    }

    @Test
    void aTargetIndexMustBeInTheTable() {
      code.emit(Op.JUMP_IF_LESS, 0, 0, 3);
      returnsParameter();

      assertThat(faults()).containsExactly("f at 0: no such target: 3");
    }

    @Test
    void aTargetInTheTableMustBeCode() {
      Label outside = new Label();
      code.emitTarget(Op.JUMP_IF_LESS, 0, 0, outside);
      returnsParameter();
      code.place(outside);

      assertThat(faults()).containsExactly("f at 0: goes to 2, not code");
    }

    @Test
    void constantsGlobalsAndChildrenMustExist() {
      code.emitWide(Op.LOAD_CONSTANT, 1, 0);
      code.emitWide(Op.LOAD_GLOBAL, 1, GLOBALS);
      code.emitWide(Op.CLOSURE, 1, 0);
      returnsParameter();

      assertThat(faults())
          .containsExactly(
              "f at 0: no such constant: 0",
              "f at 1: no such global: 2",
              "f at 2: no such child: 0");
    }

    @Test
    void anInstructionThatNamesSomethingNeedsAText() {
      code.emitWide(Op.IMPORT, 1, code.constant(5L));
      returnsParameter();

      assertThat(faults()).containsExactly("f at 0: a constant of a wrong kind");
    }

    @Test
    void aSiteMustExistAndBeOfItsClass() {
      code.emit(Op.CALL, 1, 0, 0);
      code.emit(Op.GET_FIELD, 1, 0, code.site(new Site.Name("x")));
      returnsParameter();

      assertThat(faults())
          .containsExactly(
              "f at 0: site 0 does not fit CALL", "f at 1: site 0 does not fit GET_FIELD");
    }

    @Test
    void aWindowMustStayInTheFrame() {
      code.emit(Op.NEW_ARRAY, 1, 6, 3);
      code.emit(Op.CALL, 1, 7, code.site(new Site.Call(1, 0, 0)));
      returnsParameter();

      assertThat(faults())
          .containsExactly(
              "f at 0: the window from r6 leaves the frame",
              "f at 1: the window from r7 leaves the frame");
    }

    @Test
    void numbersMustMeanSomething() {
      code.emit(Op.RANGE, 1, 0, 4);
      code.emit(Op.WRAP, 1, 0, 9);
      code.emitWide(Op.JUMP_BACK, 0, 0);

      assertThat(faults())
          .containsExactly(
              "f at 0: RANGE of 4 arguments",
              "f at 1: no such wrapper: 9",
              "f at 2: no such loop: 0");
    }

    @Test
    void aLoopMustJumpBack() {
      Label next = new Label();
      code.emitJump(Op.JUMP_BACK, code.newLoop(), next);
      code.place(next);
      returnsParameter();

      assertThat(faults()).containsExactly("f at 0: JUMP_BACK goes forward");
    }

    @Test
    void aChildMustCaptureRegistersOfTheFrame() {
      PrototypeBuilder child = builder("g");
      child.setCaptures(new int[] {9});
      child.emit(Op.RETURN, 0);
      code.emitWide(Op.CLOSURE, 1, code.child(child.build()));
      returnsParameter();

      assertThat(faults()).containsExactly("f at -1: g captures no register");
    }

    @Test
    void functionsInsideAreCheckedToo() {
      PrototypeBuilder child = builder("g");
      child.emit(Op.RETURN, 77);
      code.emitWide(Op.CLOSURE, 1, code.child(child.build()));
      returnsParameter();

      assertThat(faults()).containsExactly("g at 0: no such register: r77");
    }
  }

  @Nested
  class Handlers {
    private void handler(int from, int to, int target, int register) {
      Label label = new Label();
      code.handler(from, to, label, register);
      for (int pc = 0; pc < 5; pc++) {
        if (pc == target) {
          code.place(label);
        }
        code.emit(Op.MOVE, 1, 0);
      }
    }

    @Test
    void aHandlerMustNotCoverItself() {
      handler(0, 3, 2, 1);
      returnsParameter();

      assertThat(faults()).containsExactly("f at -1: a handler covers itself");
    }

    @Test
    void aHandlerMustCoverCode() {
      handler(3, 99, 0, 1);
      returnsParameter();

      assertThat(faults()).contains("f at -1: a handler covers no code");
    }

    @Test
    void handlersMustNest() {
      Label end = new Label();
      code.handler(0, 3, end, 1);
      code.handler(2, 5, end, 1);
      for (int i = 0; i < 5; i++) {
        code.emit(Op.MOVE, 1, 0);
      }
      code.place(end);
      returnsParameter();

      assertThat(faults()).containsExactly("f at -1: handlers do not nest");
    }

    @Test
    void theErrorNeedsAVariable() {
      code.constantOperand(1L);
      handler(0, 3, 4, 8);
      returnsParameter();

      assertThat(faults()).containsExactly("f at -1: writes the constant in r8");
    }

    @Test
    void aHandlerSeesWhatWasWrittenBeforeEveryInstructionItCovers() {
      Label handler = new Label();
      code.emit(Op.ADD, 1, 0, 0);
      code.emit(Op.ADD, 2, 0, 0);
      code.emit(Op.RETURN, 2);
      code.handler(0, 2, handler, 3);
      code.place(handler);
      code.emit(Op.ADD, 4, 3, 1);
      returnsParameter();

      assertThat(faults())
          .containsExactly("f at 3: r1 may hold nothing where only a value will do");
    }

    @Test
    void whatWasWrittenBeforeTheCoveredCodeIsThereInTheHandler() {
      Label handler = new Label();
      code.emit(Op.ADD, 1, 0, 0);
      int from = code.pc();
      code.emit(Op.ADD, 2, 0, 0);
      code.emit(Op.RETURN, 2);
      code.handler(from, code.pc(), handler, 3);
      code.place(handler);
      code.emit(Op.ADD, 4, 3, 1);
      returnsParameter();

      assertThat(faults()).isEmpty();
    }
  }

  @Nested
  class Paths {
    @Test
    void controlMustNotRunOffTheEnd() {
      code.emit(Op.MOVE, 1, 0);

      assertThat(faults()).containsExactly("f at 0: control runs off the end");
    }

    @Test
    void codeThatNoPathReachesMayEndAnywhere() {
      returnsParameter();
      code.emit(Op.MOVE, 2, 1);

      assertThat(faults()).isEmpty();
    }

    @Test
    void aRegisterMustBeWrittenBeforeItIsRead() {
      code.emit(Op.RETURN, 1);

      assertThat(faults())
          .containsExactly("f at 0: r1 may hold nothing where only a value will do");
    }

    @Test
    void aRegisterMustBeWrittenOnEveryPath() {
      Label skip = new Label();
      code.emitJump(Op.JUMP_IF, 0, skip);
      code.emit(Op.MOVE, 1, 0);
      code.place(skip);
      code.emit(Op.RETURN, 1);

      assertThat(faults())
          .containsExactly("f at 2: r1 may hold nothing where only a value will do");
    }

    @Test
    void aLoopMayWriteForItsNextTurnOnlyWhatTheFirstTurnHas() {
      Label head = new Label();
      int loop = code.newLoop();
      code.place(head);
      code.emit(Op.MOVE, 2, 1);
      code.emit(Op.MOVE, 1, 0);
      code.emitJump(Op.JUMP_BACK, loop, head);

      assertThat(faults())
          .containsExactly(
              "f at 0: r1 may hold nothing where only a value or an undefined variable will do");
    }

    @Test
    void anIteratorHasNoValueAtItsEnd() {
      Label end = new Label();
      code.emit(Op.ITERATE, 1, 0);
      code.emitTarget(Op.NEXT, 2, 1, end);
      code.emit(Op.RETURN, 2);
      code.place(end);
      code.emit(Op.RETURN, 2);

      assertThat(faults())
          .containsExactly("f at 3: r2 may hold nothing where only a value will do");
    }

    @Test
    void everyRegisterOfAWindowMustBeWritten() {
      code.emit(Op.MOVE, 1, 0);
      code.emit(Op.NEW_ARRAY, 1, 1, 2);
      returnsParameter();

      assertThat(faults())
          .containsExactly("f at 1: r2 may hold nothing where only a value will do");
    }
  }

  @Nested
  class Undefined {
    @Test
    void aPerhapsUndefinedVariableIsNoValue() {
      code.emit(Op.CLEAR, 1);
      code.emit(Op.RETURN, 1);

      assertThat(faults())
          .containsExactly("f at 1: r1 may hold an undefined variable where only a value will do");
    }

    @Test
    void aCheckProvesTheVariable() {
      code.emit(Op.CLEAR, 1);
      code.emitWide(Op.CHECK_DEFINED, 1, code.constant("x"));
      code.emit(Op.RETURN, 1);

      assertThat(faults()).isEmpty();
    }

    @Test
    void aJumpProvesTheVariableWhereItGoes() {
      Label defined = new Label();
      code.emitWide(Op.LOAD_GLOBAL_RAW, 1, 0);
      code.emitJump(Op.JUMP_IF_DEFINED, 1, defined);
      code.emit(Op.RETURN, 1);
      code.place(defined);
      code.emit(Op.RETURN, 1);

      assertThat(faults())
          .containsExactly("f at 2: r1 may hold an undefined variable where only a value will do");
    }

    @Test
    void copyingAnUndefinedVariableDoesNotDefineIt() {
      code.emit(Op.CLEAR, 1);
      code.emit(Op.MOVE, 2, 1);
      code.emit(Op.RETURN, 2);

      assertThat(faults()).hasSize(1);
    }

    @Test
    void aGlobalIsDefinedFromItsStoreOn() {
      code.emitWide(Op.STORE_GLOBAL, 0, 0);
      code.emitWide(Op.LOAD_GLOBAL_RAW, 1, 0);
      code.emit(Op.RETURN, 1);

      assertThat(faults()).isEmpty();
    }

    @Test
    void anUndefinedVariableCannotBeStored() {
      code.emit(Op.CLEAR, 1);
      code.emitWide(Op.STORE_GLOBAL, 1, 0);
      returnsParameter();

      assertThat(faults()).hasSize(1);
    }

    @Test
    void aFieldThatMayBeMissingIsNoValue() {
      code.emit(Op.BIND_FIELD, 1, 0, code.site(new Site.Field("x")));
      code.emit(Op.RETURN, 1);

      assertThat(faults()).hasSize(1);
    }
  }

  @Nested
  class OtherContents {
    @Test
    void aCellIsNoValue() {
      code.emit(Op.NEW_CELL, 1);
      code.emit(Op.RETURN, 1);

      assertThat(faults()).containsExactly("f at 1: r1 may hold a cell where only a value will do");
    }

    @Test
    void aNewCellHoldsNothingUntilItIsWritten() {
      code.emit(Op.NEW_CELL, 1);
      code.emit(Op.LOAD_CELL, 2, 1);
      code.emit(Op.RETURN, 2);

      assertThat(faults())
          .containsExactly("f at 2: r2 may hold an undefined variable where only a value will do");
    }

    @Test
    void aWrittenCellHoldsAValue() {
      code.emit(Op.NEW_CELL, 1);
      code.emit(Op.STORE_CELL, 1, 0);
      code.emit(Op.LOAD_CELL, 2, 1);
      code.emit(Op.RETURN, 2);

      assertThat(faults()).isEmpty();
    }

    @Test
    void aValueIsNoCellIteratorCountOrModule() {
      Label end = new Label();
      code.emit(Op.LOAD_CELL, 1, 0);
      code.emitTarget(Op.NEXT, 1, 0, end);
      code.emit(Op.NAMESPACE, 1, 0);
      code.place(end);
      returnsParameter();

      assertThat(faults())
          .containsExactly(
              "f at 0: r0 may hold a value where only a cell will do",
              "f at 1: r0 may hold a value where only an iterator will do",
              "f at 2: r0 may hold a value where only a module will do");
    }

    @Test
    void aCountIsNoValue() {
      code.emit(Op.RANGE, 1, 0, 1);
      code.emit(Op.RETURN, 1);

      assertThat(faults())
          .containsExactly("f at 1: r1 may hold a count where only a value will do");
    }

    @Test
    void aValueIsNoCount() {
      Label end = new Label();
      code.emitTarget(Op.RANGE_NEXT, 4, 0, end);
      code.place(end);
      returnsParameter();

      assertThat(faults())
          .containsExactly("f at 0: r0 may hold a value where only a count will do");
    }
  }

  @Nested
  class Captures {
    private final PrototypeBuilder child = builder("g");

    private void make(int captured) {
      child.setCaptures(new int[] {captured});
      code.emitWide(Op.CLOSURE, 2, code.child(child.build()));
      returnsParameter();
    }

    @Test
    void onlyAWrittenRegisterCanBeCaptured() {
      child.emit(Op.RETURN, 0);
      make(1);

      assertThat(faults()).hasSize(1).first().asString().startsWith("f at 0: r1 may hold nothing");
    }

    @Test
    void aCapturedValueIsAValueInside() {
      child.emit(Op.RETURN, 1);
      make(0);

      assertThat(faults()).isEmpty();
    }

    @Test
    void aCapturedCellIsACellInside() {
      child.emit(Op.RETURN, 1);
      code.emit(Op.NEW_CELL, 1);
      make(1);

      assertThat(faults()).containsExactly("g at 0: r1 may hold a cell where only a value will do");
    }

    @Test
    void aGlobalDefinedBeforeTheFunctionIsDefinedInside() {
      child.emitWide(Op.LOAD_GLOBAL_RAW, 2, 0);
      child.emit(Op.ADD, 3, 2, 2);
      child.emitWide(Op.LOAD_GLOBAL_RAW, 2, 1);
      child.emit(Op.RETURN, 2);
      code.emitWide(Op.STORE_GLOBAL, 0, 0);
      make(0);

      assertThat(faults())
          .containsExactly("g at 3: r2 may hold an undefined variable where only a value will do");
    }
  }
}
