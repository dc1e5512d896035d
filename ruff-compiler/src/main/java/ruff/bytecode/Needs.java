package ruff.bytecode;

/** What the instructions need beyond the kinds of their operands: sites and widths of windows. */
public final class Needs {
  /** The most arguments of a counted loop: start, end, step. */
  static final int MAX_RANGE = 3;

  private Needs() {}

  /** The class of the site of an instruction that has one. */
  static Class<? extends Site> site(Op op) {
    return switch (op) {
      case CALL -> Site.Call.class;
      case CALL_NATIVE -> Site.NativeCall.class;
      case CALL_METHOD -> Site.Method.class;
      case GET_FIELD, SET_FIELD, OWN_FIELD, BIND_FIELD -> Site.Field.class;
      case NEW_STRUCT -> Site.StructLiteral.class;
      case DEFINE_STRUCT -> Site.StructDeclaration.class;
      case NEW_TAGGED -> Site.Tagged.class;
      case MATCH_CASE -> Site.Case.class;
      case ENTRY, TAKE_ENTRY, EXPORTED, EXPORTED_RAW -> Site.Name.class;
      case ENTRIES_EXCEPT -> Site.Names.class;
      default -> throw new IllegalArgumentException("has no site: " + op);
    };
  }

  /** How many registers the window of an instruction spans; sites must be checked already. */
  public static int width(Prototype function, long word) {
    Op op = Instruction.op(word);
    int c = Instruction.c(word);
    if (op == Op.ADD_THREE) {
      return 2;
    }
    return op.c() == Operand.SITE ? width(function.sites[c]) : c;
  }

  private static int width(Site site) {
    return switch (site) {
      case Site.Call call -> 1 + call.argumentCount;
      case Site.NativeCall call -> call.argumentCount;
      case Site.Method call -> 1 + call.argumentCount;
      case Site.StructLiteral literal -> 1 + literal.fields.size();
      case Site.StructDeclaration struct -> struct.methods().size() + struct.defaults().size();
      case Site.Tagged tagged -> tagged.payload();
      case Site.Field field -> throw hasNoWindow(field);
      case Site.Case pattern -> throw hasNoWindow(pattern);
      case Site.Name name -> throw hasNoWindow(name);
      case Site.Names names -> throw hasNoWindow(names);
    };
  }

  private static IllegalArgumentException hasNoWindow(Site site) {
    return new IllegalArgumentException("has no window: " + site);
  }
}
