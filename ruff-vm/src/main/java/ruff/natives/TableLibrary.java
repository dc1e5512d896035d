package ruff.natives;

import ruff.value.HandleValue;
import ruff.value.StructValue;

/**
 * The part of a native library that is the same for all: looking up names in constant tables. The
 * tables and the dispatch are generated. Nothing is made before it is looked up, so that a library
 * costs a starting program nothing for functions that it does not use.
 *
 * <p>The facts of the name with index i are the {@link #WIDTH} characters from {@code i * WIDTH}:
 * id, index of the canonical name, least and most arguments, flags, receivers, then four characters
 * each, lowest first, for the borrowed and the consumed arguments.
 */
public abstract class TableLibrary implements NativeLibrary {
  public static final int WIDTH = 14;

  /** The id of constants. */
  public static final char NO_ID = '\uffff';

  /** As most arguments: no limit. */
  public static final char UNBOUNDED = '\uffff';

  public static final int PLURAL = 1;
  public static final int METHOD_ONLY = 2;
  public static final int INTERNAL = 4;
  public static final int GIVES_ARRAY = 8;
  public static final int TAKES_PACKED = 16;

  private static final int CANONICAL = 1;
  private static final int MINIMUM = 2;
  private static final int MAXIMUM = 3;
  private static final int FLAGS = 4;
  private static final int RECEIVERS = 5;
  private static final int BORROWED = 6;
  private static final int CONSUMED = 10;

  private final String facts;
  private final Object[] values;

  protected TableLibrary(String facts) {
    this.facts = facts;
    this.values = new Object[facts.length() / WIDTH];
  }

  /** The position of a name in the tables, or -1. */
  protected abstract int indexOf(String name);

  /** All names by index; they are in ascending order. */
  protected abstract String[] allNames();

  /** The value of the constant with that index. */
  protected abstract Object constant(int index);

  @Override
  public final Object lookup(String name) {
    int index = indexOf(name);
    return index < 0 || is(index, METHOD_ONLY) ? null : value(index, name);
  }

  @Override
  public final NativeFunction methodFor(Object receiver, String name) {
    int index = indexOf(name);
    if (index >= 0 && (fact(index, RECEIVERS) & Receiver.bitsOf(receiver)) != 0) {
      return (NativeFunction) value(index, name);
    }
    String owner = ownerOf(receiver);
    return owner == null ? null : methodNamed(owner.concat(".").concat(name));
  }

  /** The first part of the names of methods that values of one type alone have, or null. */
  private static String ownerOf(Object receiver) {
    if (receiver instanceof StructValue struct && struct.definition().isOfLibrary()) {
      return struct.definition().name();
    }
    return receiver instanceof HandleValue handle ? handle.typeName() : null;
  }

  private NativeFunction methodNamed(String name) {
    int index = indexOf(name);
    return index < 0 ? null : (NativeFunction) value(index, name);
  }

  @Override
  public final String[] names() {
    String[] all = allNames();
    int count = 0;
    String[] names = new String[all.length];
    for (int i = 0; i < all.length; i++) {
      if (!is(i, METHOD_ONLY) && !is(i, INTERNAL)) {
        names[count++] = all[i];
      }
    }
    return java.util.Arrays.copyOf(names, count);
  }

  @Override
  public final NativeFunction[] functions() {
    String[] all = allNames();
    int count = 0;
    NativeFunction[] functions = new NativeFunction[all.length];
    for (int i = 0; i < all.length; i++) {
      if (fact(i, 0) != NO_ID) {
        functions[count++] = (NativeFunction) value(i, all[i]);
      }
    }
    return java.util.Arrays.copyOf(functions, count);
  }

  private Object value(int index, String name) {
    synchronized (values) {
      Object value = values[index];
      if (value == null) {
        value = fact(index, 0) == NO_ID ? constant(index) : function(index, name);
        values[index] = value;
      }
      return value;
    }
  }

  private NativeFunction function(int index, String name) {
    int canonical = fact(index, CANONICAL);
    int maximum = fact(index, MAXIMUM);
    return new NativeFunction(
        this,
        fact(index, 0),
        name,
        canonical == index ? name : allNames()[canonical],
        new Arity(fact(index, MINIMUM), maximum == UNBOUNDED ? Arity.UNBOUNDED : maximum),
        is(index, PLURAL),
        is(index, GIVES_ARRAY),
        is(index, TAKES_PACKED),
        bits(index, BORROWED),
        bits(index, CONSUMED));
  }

  private boolean is(int index, int flag) {
    return (fact(index, FLAGS) & flag) != 0;
  }

  private int fact(int index, int offset) {
    return facts.charAt(index * WIDTH + offset);
  }

  private long bits(int index, int offset) {
    long bits = 0;
    for (int i = 3; i >= 0; i--) {
      bits = bits << Character.SIZE | fact(index, offset + i);
    }
    return bits;
  }
}
