package ruff.natives;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refines a parameter of a {@link Native}; without it a parameter is required and kept. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.SOURCE)
public @interface Param {
  /** For {@link #otherwise}: an argument of another type is as good as none. */
  String IGNORED = "as if it were left out";

  /** The name that the program's author sees; by default the Java name in snake case. */
  String name() default "";

  /**
   * The text when the argument has another type; {@code {value}} is its debug form, {@code {type}}
   * its operand type name. By default {@link Native#error}; one of the two must be there for every
   * parameter that does not take everything.
   */
  String error() default "";

  /**
   * For {@code Object} parameters that are made for a type and accept others too: what the function
   * then answers, or {@link #IGNORED}; a text {@code , or ...} may follow for calls with optional
   * arguments. Takes the place of the error.
   */
  String otherwise() default "";

  /** What becomes of a container passed here. */
  Ownership ownership() default Ownership.KEPT;

  /** Whether its type is checked before those of the parameters to its left. */
  boolean checkedFirst() default false;

  /** May be left out; the method then gets {@link #fallback}, or Java null when that is empty. */
  boolean optional() default false;

  /** The value of a missing argument as a Java literal; required for optional primitives. */
  String fallback() default "";

  /**
   * For {@code long}: takes floats too, truncated toward zero and saturated, NaN giving 0. Bools
   * are not numbers.
   */
  boolean truncates() default false;

  /**
   * For {@code Object}: the text behind {@code s += x} is passed as it is stored, a {@code
   * CharSequence}, not as a {@code String}.
   */
  boolean raw() default false;

  /**
   * The type on the reference page where the Java type says too little, such as {@code array|dict}.
   * Of an {@code Object} parameter the type is checked: type names between bars, each with an
   * optional {@code of ...} that is not.
   */
  String type() default "";

  /** Ownership of arguments; see {@link ruff.value.Container}. */
  enum Ownership {
    /** Only looked at during the call. */
    BORROWED,
    /** May be stored in the result or elsewhere, or be the result. */
    KEPT,
    /** Given away by the caller where it can: changed in place when it has one holder. */
    CONSUMED
  }
}
