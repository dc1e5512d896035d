package ruff.natives;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a predefined value: a public static final field of a constant type. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.SOURCE)
public @interface Constant {
  /** The name in programs; by default the field's. */
  String name() default "";

  Family family();

  /** One sentence. */
  String doc();
}
