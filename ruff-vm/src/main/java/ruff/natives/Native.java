package ruff.natives;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import ruff.policy.Capability;

/**
 * Declares a native function: a public static Java method whose parameter types are the Ruff types.
 *
 * <p>An optional first parameter of type {@link NativeContext} is not part of the signature. The
 * other parameters map as follows: {@code long} takes int, {@code double} takes int or float,
 * {@code boolean} bool, {@code String} string, {@code CharSequence} string as it is stored, the
 * value classes themselves, {@code Callable} any function, {@code Object} anything; {@code
 * Object...} (last) takes the rest. See {@link Param} for the rest of the rules. The result type
 * maps the same way; {@code void} gives null.
 *
 * <p>From this declaration come dispatch, argument checks, the capability check, ownership facts,
 * the entry that compiled code calls, the reference page and its tests. A declaration that is
 * incomplete does not compile.
 *
 * <p>Texts about the number of arguments may hold {@code {name}} (the function), {@code {count}}
 * (how many it takes: {@code 2} or {@code 0 to 1}), {@code {counted}} (the same with its noun:
 * {@code 1 argument}, {@code 2 arguments}) and {@code {got}} (how many were given); those about
 * types {@code {name}}, {@code {value}} (the argument's debug form) and {@code {type}} (its operand
 * type name).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Native {
  /** A text for {@link #arity}: {@code len expects 1 arguments, got 2}. */
  String PLURAL = "{name} expects {count} arguments, got {got}";

  /** A text for {@link #arity}: {@code pop expects 1 argument, got 2}. */
  String COUNTED = "{name} expects {counted}, got {got}";

  /** For {@link #tooFew}: each missing argument is an error like one of a wrong type. */
  String MISSING = "{missing}";

  /** For {@link #resource}: what is touched is a matter of earlier calls or of the whole host. */
  String UNNAMED = "-";

  /**
   * The name in programs. A name {@code type.method} makes a method of the values of one type
   * alone, with the receiver as its first parameter: of handles that call their type so, or of
   * structs that natives make. Texts about the number of arguments do not count this receiver.
   */
  String name();

  /** Other names of the same function; messages use {@link #name}. */
  String[] aliases() default {};

  Family family();

  /** The name in denials where it is not {@link #name}. */
  String surface() default "";

  /** One sentence. */
  String doc();

  /**
   * The ways to call it, such as {@code range(stop)}, where the parameters' names and types make no
   * good signature.
   */
  String[] signatures() default {};

  /** The result as the reference page states it, such as {@code array of string}. */
  String returns();

  /**
   * The text for an argument of a wrong type, unless {@link Param#error} gives another; also for
   * missing arguments when {@link #arity} and {@link #tooFew} are empty.
   */
  String error() default "";

  /** The text for a wrong number of arguments; {@link #COUNTED} when there is nothing else. */
  String arity() default "";

  /** Replaces {@link #arity} when there are too few arguments. */
  String tooFew() default "";

  /** Replaces {@link #arity} when there are too many arguments. */
  String tooMany() default "";

  /** What the host must grant; it is asked before the arguments are looked at. */
  Capability[] capability() default {};

  /**
   * The parameters that name what the capability is used on: paths, hosts, programs, variables.
   * {@link #UNNAMED} when no argument names it. A capability for what has no name at all, the clock
   * and randomness, needs nothing here; any other one does.
   */
  String[] resource() default {};

  /**
   * Errors beyond arity and argument types, with {@code N}, {@code V} and the like as placeholders.
   */
  String[] errors() default {};

  /** The values on which it can be called as a method, {@code value.name(...)}. */
  Receiver[] methodOf() default {};

  /** Whether the aliases are methods of these values too. */
  boolean aliasesAreMethods() default true;

  /** Whether its first argument may be an array of packed texts, which stay so. */
  boolean takesPacked() default false;

  /** Whether it exists as a method only and its name means nothing by itself. */
  boolean methodOnly() default false;

  /** Whether it is there for the engine and its tests and left out of the reference page. */
  boolean internal() default false;

  /**
   * An expression that shows the function by calling it, or a whole statement when that is needed.
   * It is run, so it must come to an end; what it finds around it is listed at the head of the
   * reference page. Where the call itself cannot be shown, its type: {@code type(exit)}.
   */
  String example();

  /**
   * What {@code print(example)} shows, lines separated by {@code \n}; what the statement prints
   * when the example is one.
   */
  String result();
}
