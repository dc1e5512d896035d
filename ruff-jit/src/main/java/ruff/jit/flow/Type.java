package ruff.jit.flow;

import ruff.bytecode.Prototype;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.Shape;
import ruff.value.StructValue;
import ruff.value.Text;

/**
 * What is known about the value in a register.
 *
 * @param detail the prototype of a FUNCTION, the shape of a STRUCT, the {@link Interval} of an INT,
 *     the {@link Count} of a RANGE, the {@link Definition} of a DEFINITION, the kind of what a
 *     CURSOR goes through; null where unknown or not meant
 * @param boxed of primitive kinds: whether the boxed value is at hand as well
 * @param narrow whether an INT, or the numbers of a RANGE, lie in Java locals of type int, which
 *     their bounds allow for: HotSpot checks indexes of that type once for a whole loop
 */
public record Type(Kind kind, Object detail, boolean boxed, boolean narrow) {
  public static final Type UNSET = new Type(Kind.UNSET, null, false);
  public static final Type INT = new Type(Kind.INT, null, false);
  public static final Type FLOAT = new Type(Kind.FLOAT, null, false);
  public static final Type BOOL = new Type(Kind.BOOL, null, false);
  public static final Type CHAR = new Type(Kind.CHAR, null, false);
  public static final Type NULL = new Type(Kind.NULL, null, false);
  public static final Type TEXT = new Type(Kind.TEXT, null, false);
  public static final Type ARRAY = new Type(Kind.ARRAY, null, false);
  public static final Type DICT = new Type(Kind.DICT, null, false);
  public static final Type CURSOR = new Type(Kind.CURSOR, Kind.ARRAY, false);
  public static final Type TEXT_CURSOR = new Type(Kind.CURSOR, Kind.TEXT, false);
  public static final Type OTHER = new Type(Kind.OTHER, null, false);
  public static final Type OBJECT = new Type(Kind.OBJECT, null, false);

  private Type(Kind kind, Object detail, boolean boxed) {
    this(kind, detail, boxed, false);
  }

  public static Type function(Prototype code) {
    return new Type(Kind.FUNCTION, code, false);
  }

  public static Type definition(Definition definition) {
    return new Type(Kind.DEFINITION, definition, false);
  }

  /** The code of a function that is known by it, or null. */
  public Prototype code() {
    return switch (detail) {
      case Prototype code -> code;
      case Definition definition -> definition.code();
      case null, default -> null;
    };
  }

  public static Type struct(Shape shape) {
    return new Type(Kind.STRUCT, shape, false);
  }

  public static Type range(Count count, boolean narrow) {
    return new Type(Kind.RANGE, count, false, narrow);
  }

  public static Type integer(Interval interval) {
    return interval.equals(Interval.ALL) ? INT : new Type(Kind.INT, interval, false);
  }

  /** An INT in a Java local of type int. */
  public static Type narrow(Interval interval) {
    return new Type(Kind.INT, interval, false, true);
  }

  /** Where an INT lies. */
  public Interval interval() {
    return detail instanceof Interval known ? known : Interval.ALL;
  }

  /** The same with an INT known to lie in an interval. */
  public Type within(Interval interval) {
    return new Type(kind, interval.equals(Interval.ALL) ? null : interval, boxed, narrow);
  }

  /** How a RANGE counts. */
  public Count count() {
    return (Count) detail;
  }

  /** The type as far as it says in which locals the value is, without a box beside it. */
  public Type form() {
    return switch (kind) {
      case INT -> narrow ? narrow(Interval.INT) : INT;
      case RANGE -> range(new Count(count().step(), Interval.ALL), narrow);
      default -> boxed ? of(kind) : this;
    };
  }

  /** The type where nothing is known of the size of ints. */
  public Type unbounded() {
    return switch (kind) {
      case INT -> INT;
      case RANGE -> range(new Count(count().step(), Interval.ALL), false);
      default -> form();
    };
  }

  /** A primitive kind whose box is at hand. */
  public static Type boxed(Kind kind) {
    return new Type(kind, null, true);
  }

  public static Type of(Kind kind) {
    return switch (kind) {
      case INT -> INT;
      case FLOAT -> FLOAT;
      case BOOL -> BOOL;
      case CHAR -> CHAR;
      case NULL -> NULL;
      case TEXT -> TEXT;
      case ARRAY -> ARRAY;
      case DICT -> DICT;
      case UNSET -> UNSET;
      default -> OBJECT;
    };
  }

  /** The type of a constant. */
  public static Type ofConstant(Object value) {
    if (value instanceof Long number) {
      return integer(Interval.of(number));
    }
    Kind kind = kindOf(value);
    return kind == Kind.OBJECT ? OTHER : of(kind);
  }

  /** The kind of a value as far as it is worth telling apart. */
  public static Kind kindOf(Object value) {
    if (value instanceof Long) {
      return Kind.INT;
    }
    if (value instanceof Double) {
      return Kind.FLOAT;
    }
    if (value instanceof Boolean) {
      return Kind.BOOL;
    }
    if (value instanceof ArrayValue) {
      return Kind.ARRAY;
    }
    if (value == NullValue.NULL) {
      return Kind.NULL;
    }
    return kindOfOther(value);
  }

  private static Kind kindOfOther(Object value) {
    if (Text.isText(value)) {
      return Kind.TEXT;
    }
    if (value instanceof DictValue) {
      return Kind.DICT;
    }
    return value instanceof StructValue ? Kind.STRUCT : Kind.OBJECT;
  }

  /** Whether the value is a string, in whatever form. */
  public boolean isText() {
    return kind == Kind.TEXT || kind == Kind.CHAR;
  }

  /** Whether an object is in a Java local, that of an iterator included. */
  public boolean isObject() {
    return kind.isReference() || kind == Kind.CURSOR;
  }

  public boolean is(Kind other) {
    return kind == other;
  }

  /**
   * What is known where two paths meet.
   *
   * @param widens whether bounds of ints move in few steps
   */
  public Type join(Type other, boolean widens) {
    if (equals(other)) {
      return this;
    }
    if (isText() && other.isText()) {
      return TEXT;
    }
    if (is(Kind.INT) && other.is(Kind.INT)) {
      Interval joined = around(interval(), other.interval(), widens);
      boolean fits = narrow && other.narrow && joined.isWithin(Interval.INT);
      return new Type(kind, null, boxed && other.boxed, fits).within(joined);
    }
    if (is(Kind.RANGE) && other.is(Kind.RANGE) && count().step() == other.count().step()) {
      Interval joined = around(count().values(), other.count().values(), widens);
      return range(new Count(count().step(), joined), narrow && other.narrow);
    }
    boolean joins = kind != Kind.RANGE && kind != Kind.DEFINITION && kind != Kind.CURSOR;
    return kind == other.kind && joins ? new Type(kind, null, false) : OBJECT;
  }

  private static Interval around(Interval known, Interval other, boolean widens) {
    return widens ? known.widen(other) : known.hull(other);
  }
}
