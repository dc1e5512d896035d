package ruff.jit.emit;

import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import ruff.bytecode.Op;
import ruff.bytecode.Site;
import ruff.jit.flow.Kind;
import ruff.jit.flow.Type;
import ruff.value.Shape;

/** Building values from parts, and taking them apart in patterns. */
final class ConstructionWriter {
  private final MethodWriter out;
  private final Asm asm;
  private final Operands values;

  ConstructionWriter(MethodWriter out) {
    this.out = out;
    this.asm = out.asm;
    this.values = out.values;
  }

  void build(Op op, int a, int b, int c) {
    switch (op) {
      case NEW_ARRAY -> array(a, b, c);
      case ARRAY_ADD -> add("arrayAdd", a, b);
      case ARRAY_SPREAD -> add("arraySpread", a, b);
      case NEW_TEXTS -> {
        asm.call(Signature.ARRAY, "forTexts", ":A");
        values.setObject(a, Type.ARRAY);
      }
      case NEW_DICT -> {
        asm.newObject(Signature.DICT);
        asm.dup();
        asm.construct(Signature.DICT, ":V");
        values.setObject(a, Type.DICT);
      }
      case DICT_PUT -> {
        values.pushObject(a);
        values.pushObject(b);
        values.pushObject(c);
        asm.link("dictPut", "OOO:V");
      }
      case DICT_SPREAD -> add("dictSpread", a, b);
      case NEW_STRUCT -> struct(a, b, (Site.StructLiteral) out.code.sites[c]);
      case CONCAT -> {
        values.pushWindow(b, c);
        asm.link("concat", "[:O");
        values.setObject(a, Type.TEXT);
      }
      case WRAP -> {
        values.pushObject(b);
        asm.constant(c);
        asm.link("wrap", "OI:O");
        values.setObject(a, Type.OBJECT);
      }
      default -> {
        Site.Tagged site = (Site.Tagged) out.code.sites[c];
        values.pushWindow(b, site.payload());
        asm.constant(site, Signature.site("Tagged"));
        asm.call(Signature.LINKAGE, "tagged", "[g:O");
        values.setObject(a, Type.OBJECT);
      }
    }
  }

  private void add(String link, int a, int b) {
    values.pushObject(a);
    values.pushObject(b);
    asm.link(link, "OO:V");
  }

  private void array(int a, int base, int count) {
    if (count > 0 && areAll(base, count, Kind.INT)) {
      asm.newLongs(count);
      for (int i = 0; i < count; i++) {
        asm.dup();
        asm.constant(i);
        values.pushInt(base + i);
        asm.op(Opcode.LASTORE);
      }
      asm.constant(count);
      asm.call(Signature.ARRAY, "ofInts", "lI:A");
    } else if (count > 0 && areAll(base, count, Kind.FLOAT)) {
      asm.newDoubles(count);
      for (int i = 0; i < count; i++) {
        asm.dup();
        asm.constant(i);
        values.pushFloat(base + i);
        asm.op(Opcode.DASTORE);
      }
      asm.constant(count);
      asm.call(Signature.ARRAY, "ofFloats", "dI:A");
    } else {
      values.pushWindow(base, count);
      asm.link("array", "[:O");
    }
    values.setObject(a, Type.ARRAY);
  }

  private boolean areAll(int base, int count, Kind kind) {
    for (int i = 0; i < count; i++) {
      if (!values.is(base + i, kind)) {
        return false;
      }
    }
    return true;
  }

  private void struct(int a, int base, Site.StructLiteral site) {
    Shape shape = shape(site);
    if (shape == null && out.isUnvisited(site.shape == null)) {
      out.leaveUnvisited();
      return;
    }
    int count = site.fields.size();
    if (shape == null || out.method.general[out.pc]) {
      out.pushStrand();
      out.pushLeft();
      values.pushWindow(base, 1 + count);
      asm.constant(site, Signature.site("StructLiteral"));
      asm.link("struct", "SI[t:O");
      values.setObject(a, Type.struct(null));
      return;
    }
    Label guess = out.beginGuess();
    values.pushObject(base);
    asm.constant(shape.definition(), Signature.OBJECT);
    asm.call(Signature.ACCESS, "expectSame", "OO:V");
    out.endGuess(guess);
    asm.constant(shape, Signature.SHAPE);
    values.pushWindow(base + 1, count);
    if (mayNest(base + 1, count)) {
      asm.link("struct", "h[:O");
    } else {
      asm.call(Signature.ACCESS, "struct", "h[:O");
    }
    values.setObject(a, Type.struct(shape));
  }

  /** The shape of a literal that is nothing but its fields in order, or null. */
  private Shape shape(Site.StructLiteral site) {
    Object decision = out.method.decisions[out.pc];
    if (decision == null) {
      boolean plain =
          site.shape instanceof Shape seen
              && seen.size() == site.fields.size()
              && !seen.definition().hasDefaults();
      decision = plain ? site.shape : this;
      out.method.decisions[out.pc] = decision;
    }
    return decision instanceof Shape shape ? shape : null;
  }

  /** Whether a value may have parts, so that the levels of containers have to be counted. */
  private boolean mayNest(int base, int count) {
    for (int i = 0; i < count; i++) {
      if (values.mayBeContainer(base + i)) {
        return true;
      }
    }
    return false;
  }

  void takeApart(Op op, int a, int b, int c) {
    values.pushObject(b);
    switch (op) {
      case MATCH_CASE -> {
        asm.constant(out.code.sites[c], Signature.site("Case"));
        asm.call(Signature.LINKAGE, "matches", "Op:Z");
        values.setBool(a);
        return;
      }
      case PAYLOAD -> part("payload", c);
      case ELEMENT -> part("element", c);
      case ELEMENTS_FROM -> part("elementsFrom", c);
      case TAKE_ELEMENT -> part("takeElement", c);
      case TAKE_ENTRY -> {
        asm.constant(out.code.sites[c], Signature.site("Name"));
        asm.link("takeEntry", "Oq:O");
      }
      case ENTRY -> {
        asm.constant(out.code.sites[c], Signature.site("Name"));
        asm.link("entry", "Oq:O");
      }
      default -> {
        asm.constant(out.code.sites[c], Signature.site("Names"));
        asm.link("entriesExcept", "OQ:O");
      }
    }
    values.setObject(a, Type.OBJECT);
  }

  private void part(String name, int index) {
    asm.constant(index);
    asm.link(name, "OI:O");
  }
}
