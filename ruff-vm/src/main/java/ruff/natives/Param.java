package ruff.natives;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refines a parameter of a {@link Native}; without it a parameter is required and kept. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.SOURCE)
public @interface Param {
  /**
   * The text when the argument has another type; {@code {value}} is its debug form, {@code {type}} its
   * operand type name. Required for every parameter whose type is not {@code Object}.
   */
  String error() default "";

  /** What becomes of a container passed here. */
  Ownership ownership() default Ownership.KEPT;

  /** May be left out; the method then gets Java null ({@code Object} and reference types only). */
  boolean optional() default false;

  /**
   * For {@code long}: takes floats too, truncated toward zero and saturated, NaN giving 0. Bools are
   * not numbers.
   */
  boolean truncates() default false;

  /** The type on the reference page where the Java type says too little, such as {@code array|dict}. */
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
