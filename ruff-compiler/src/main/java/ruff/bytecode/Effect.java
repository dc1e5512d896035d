package ruff.bytecode;

/** What an instruction may do beyond writing registers. Running out of memory is not counted. */
public enum Effect {
  NONE,
  /** It may raise an error. */
  RAISES,
  /** It may run code of the program, so it may raise any error and change any variable. */
  CALLS;

  /** The strongest effect that the instruction can have. */
  public static Effect of(Op op) {
    return switch (op) {
      case MOVE, MOVE_SHARED, SHARE, CLEAR, LOAD_CONSTANT, JUMP_IF_DEFINED -> NONE;
      case NEW_CELL, MAKE_CELL, LOAD_CELL, STORE_CELL, LOAD_GLOBAL_RAW, STORE_GLOBAL -> NONE;
      case TO_BOOL, JUMP, JUMP_BACK, JUMP_IF, JUMP_UNLESS, JUMP_IF_NULL, JUMP_UNLESS_NULL -> NONE;
      case RANGE_NEXT,
          RETURN,
          CLOSURE,
          YIELD,
          NEW_TEXTS,
          NEW_DICT,
          DEFINE_STRUCT,
          OWN,
          BIND_FIELD ->
          NONE;
      case NEW_TAGGED, MATCH_CASE, PAYLOAD -> NONE;
      case ELEMENT, TAKE_ELEMENT, ELEMENTS_FROM, ENTRY, TAKE_ENTRY, ENTRIES_EXCEPT -> NONE;
      case NAMESPACE, EXPORTED_RAW, EXPORT, PLACE -> NONE;

      case CHECK_DEFINED, LOAD_GLOBAL, ITERATE, RANGE, PROPAGATE, THROW, RAISE, SPAWN -> RAISES;
      case NEW_ARRAY, ARRAY_ADD, ARRAY_SPREAD, DICT_PUT, DICT_SPREAD, CONCAT, WRAP -> RAISES;
      case GET_INDEX, SET_INDEX, OWN_INDEX, GET_FIELD, SET_FIELD, OWN_FIELD, EXPORTED -> RAISES;
      case LENGTH, STEP -> RAISES;

      case ADD, ADD_THREE, SUBTRACT, MULTIPLY, DIVIDE, MODULO, NEGATE, NOT -> CALLS;
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> CALLS;
      case JUMP_IF_EQUAL, JUMP_UNLESS_EQUAL, JUMP_IF_NOT_EQUAL, JUMP_UNLESS_NOT_EQUAL -> CALLS;
      case JUMP_IF_LESS, JUMP_UNLESS_LESS, JUMP_IF_LESS_EQUAL, JUMP_UNLESS_LESS_EQUAL -> CALLS;
      case JUMP_IF_GREATER, JUMP_UNLESS_GREATER -> CALLS;
      case JUMP_IF_GREATER_EQUAL, JUMP_UNLESS_GREATER_EQUAL -> CALLS;
      case NEXT, CALL, CALL_NATIVE, CALL_METHOD, AWAIT, NEW_STRUCT, IMPORT -> CALLS;
    };
  }
}
