package ruff.natives;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ruff.policy.Capability;

/**
 * Declares a native function: a public static Java method whose parameter types are the Ruff types.
 *
 * <p>An optional first parameter of type {@link NativeContext} is not part of the signature. The other
 * parameters map as follows: {@code long} takes int, {@code double} takes int or float, {@code
 * boolean} bool, {@code String} string, the value classes themselves, {@code Callable} any function,
 * {@code Object} anything; {@code Object...} (last) takes the rest. See {@link Param} for the rest of
 * the rules. The result type maps the same way; {@code void} gives null.
 *
 * <p>From this declaration come dispatch, argument checks, the capability check, ownership facts, the
 * entry that compiled code calls, the reference page and its tests. A declaration that is incomplete
 * does not compile.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Native {
  String name();

  /** Other names of the same function; messages use {@link #name}. */
  String[] aliases() default {};

  Family family();

  /** One sentence. */
  String doc();

  /** The result as the reference page states it, such as {@code array of string}. */
  String returns();

  /**
   * The text for a wrong number of arguments; {@code {got}} is the number given. Empty: {@code NAME
   * expects N arguments, got K}.
   */
  String arity() default "";

  /** Replaces {@link #arity} when there are too few arguments. */
  String tooFew() default "";

  /** Replaces {@link #arity} when there are too many arguments. */
  String tooMany() default "";

  /** What the host must grant; it is asked before the arguments are looked at. */
  Capability[] capability() default {};

  /** The name of the parameter that names the resource of the capability; empty when none does. */
  String resource() default "";

  /** Errors beyond arity and argument types, with {@code N}, {@code V} and the like as placeholders. */
  String[] errors() default {};

  /** An expression that shows the function. */
  String example();

  /** What {@code print(example)} shows, lines separated by {@code \n}. */
  String result();
}
