package ruff.compile;

import java.util.List;
import ruff.ast.Expr;
import ruff.ast.Node;
import ruff.bytecode.Op;
import ruff.bytecode.Site;

/** Writes the code of literals that build values from parts. */
final class EmitLiterals {
  /** Elements that are laid out in registers at a time. */
  private static final int BATCH = 64;

  private final FunctionEmitter f;

  EmitLiterals(FunctionEmitter f) {
    this.f = f;
  }

  void interpolation(Expr.Interpolation e, int register) {
    List<Expr> parts = e.parts();
    if (parts.size() > BATCH) {
      longInterpolation(e, register);
      return;
    }
    concat(parts, e, register);
  }

  private void concat(List<Expr> parts, Node e, int register) {
    int base = f.registers.allocate(parts.size(), e);
    for (int i = 0; i < parts.size(); i++) {
      toWindow(parts.get(i), base + i, parts.subList(i + 1, parts.size()));
    }
    f.at(e);
    f.code.emit(Op.CONCAT, register, base, parts.size());
  }

  private void longInterpolation(Expr.Interpolation e, int register) {
    int text = f.temporary(e);
    int piece = f.temporary(e);
    f.code.emit(Op.MOVE, text, f.constant("", e));
    for (int from = 0; from < e.parts().size(); from += BATCH) {
      int mark = f.registers.mark();
      List<Expr> batch = e.parts().subList(from, Math.min(e.parts().size(), from + BATCH));
      concat(batch, e, piece);
      f.code.emit(Op.ADD, text, text, piece);
      f.registers.release(mark);
    }
    f.code.emit(Op.MOVE, register, text);
  }

  /** Evaluates into a register of a window, marking what later parts could change. */
  void toWindow(Expr e, int register, List<? extends Expr> later) {
    f.expressions.to(e, register);
    if (f.ownership.mustShareAtRead(e, later.stream().anyMatch(f.ownership::runsCode))) {
      f.code.emit(Op.SHARE, register);
    }
  }

  /** Evaluates owned values into new consecutive registers; the first is returned. */
  int ownedWindow(List<? extends Expr> parts, Node e) {
    int base = f.registers.allocate(parts.size(), e);
    for (int i = 0; i < parts.size(); i++) {
      f.expressions.ownedTo(parts.get(i), base + i);
    }
    return base;
  }

  void array(Expr.ArrayLiteral e, int register) {
    List<Expr> elements = e.elements();
    if (f.resolution.isForTexts(e)) {
      f.code.emit(Op.NEW_TEXTS, register);
      return;
    }
    boolean plain =
        elements.size() <= BATCH && elements.stream().noneMatch(Expr.Spread.class::isInstance);
    if (plain) {
      int base = ownedWindow(elements, e);
      f.at(e);
      f.code.emit(Op.NEW_ARRAY, register, base, elements.size());
      return;
    }
    int array = f.temporary(e);
    f.code.emit(Op.NEW_ARRAY, array, array, 0);
    for (Expr element : elements) {
      addElement(array, element, e);
    }
    f.code.emit(Op.MOVE, register, array);
  }

  private void addElement(int array, Expr element, Expr.ArrayLiteral literal) {
    int mark = f.registers.mark();
    if (element instanceof Expr.Spread spread) {
      int operand = f.expressions.operand(spread.operand());
      f.at(spread.operand());
      f.code.emit(Op.ARRAY_SPREAD, array, operand);
    } else {
      int operand = f.expressions.owned(element);
      f.at(literal);
      f.code.emit(Op.ARRAY_ADD, array, operand);
    }
    f.registers.release(mark);
  }

  void dict(Expr.DictLiteral e, int register) {
    int dict = f.temporary(e);
    f.code.emit(Op.NEW_DICT, dict);
    for (Expr.DictEntry entry : e.entries()) {
      int mark = f.registers.mark();
      if (entry.isSpread()) {
        int operand = f.expressions.operand(entry.value());
        f.at(entry.value());
        f.code.emit(Op.DICT_SPREAD, dict, operand);
      } else {
        int key = f.expressions.operand(entry.key());
        int value = f.expressions.owned(entry.value());
        f.at(entry);
        f.code.emit(Op.DICT_PUT, dict, key, value);
      }
      f.registers.release(mark);
    }
    f.code.emit(Op.MOVE, register, dict);
  }

  void struct(Expr.StructLiteral e, int register) {
    List<Expr> values = e.fields().stream().map(Expr.FieldInit::value).toList();
    List<String> names = e.fields().stream().map(field -> field.name().name()).toList();
    int base = f.registers.allocate(1 + values.size(), e);
    for (int i = 0; i < values.size(); i++) {
      f.expressions.ownedTo(values.get(i), base + 1 + i);
    }
    f.at(e);
    f.variables.readRawTo(f.resolution.lookup(e), base);
    int site = f.site(new Site.StructLiteral(e.name().name(), names), e);
    f.code.emit(Op.NEW_STRUCT, register, base, site);
  }

  void wrap(Expr.Wrap e, int register) {
    int operand =
        e.arguments().isEmpty() ? f.nullConstant(e) : f.expressions.owned(e.arguments().getFirst());
    f.at(e);
    f.code.emit(Op.WRAP, register, operand, e.kind().ordinal());
  }

  void enumValue(Expr.EnumValue e, int register) {
    int base = ownedWindow(e.arguments(), e);
    f.at(e);
    Site.Tagged site =
        new Site.Tagged(e.enumName().name(), e.variant().name(), e.arguments().size());
    f.code.emit(Op.NEW_TAGGED, register, base, f.site(site, e));
  }
}
