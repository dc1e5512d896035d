package ruff.natives;

import java.util.List;
import ruff.natives.Param.Ownership;

/**
 * One declaration as data, for the reference page, completion, conformance and the compiler of hot
 * code.
 *
 * @param name the name in messages
 * @param family the constant's name in {@link Family}
 * @param signatures how it can be called when one line made from the parameters says too little
 * @param capabilities constants' names in {@code Capability}
 * @param surface the name in denials
 * @param resources the parameters that name what the capability is used on
 * @param receivers what it is a method of
 * @param tooFew the text for too few arguments, {@code {got}} standing for how many there were;
 *     empty when there is no such error, {@link Native#MISSING} when each parameter has its own
 * @param tooMany likewise for too many
 * @param errors the errors beyond arity and types
 * @param code where the Java method is; null for a constant
 */
public record NativeEntry(
    String name,
    List<String> aliases,
    String family,
    List<Parameter> parameters,
    List<String> signatures,
    String returns,
    String doc,
    List<String> capabilities,
    String surface,
    List<String> resources,
    List<Receiver> receivers,
    boolean methodOnly,
    boolean internal,
    String tooFew,
    String tooMany,
    List<String> errors,
    String example,
    String result,
    Code code) {

  /**
   * @param type as the reference page shows it
   * @param error the text for an argument of another type, empty when every value is taken
   * @param otherwise what the function answers for another type instead of an error, or empty
   * @param optional whether it may be left out
   * @param fallback the Java literal for a missing argument, or empty
   * @param rest whether it takes all further arguments
   */
  public record Parameter(
      String name,
      String type,
      Ownership ownership,
      String error,
      String otherwise,
      boolean optional,
      String fallback,
      boolean rest) {

    private String display() {
      if (rest) {
        return name + ": " + type + "...";
      }
      return name + (optional ? "?: " : ": ") + type;
    }
  }

  /**
   * Where compiled code finds a native.
   *
   * @param owner binary name of the class with the method
   * @param descriptor of the method, with the context when it takes one
   * @param checked binary name of the generated class whose method of the same name takes the
   *     context and one {@code Object} per parameter (an array for the rest, Java null for a
   *     missing optional argument), checks and converts them, and answers a Ruff value
   * @param kinds one character per parameter, which says with what the method itself can be called:
   *     {@code I} a long, {@code T} a long that stands for any number, {@code F} a double, {@code
   *     B} a boolean, {@code S} a String, {@code X} a CharSequence, {@code C} a value of the class
   *     in the descriptor, {@code A} any value but a growing text, {@code W} any value, {@code R}
   *     an array of values; {@code U} only what the checked method lets through
   * @param gated whether the policy has to be asked first, as the checked method does
   */
  public record Code(
      String owner,
      String method,
      String descriptor,
      String checked,
      String kinds,
      boolean gated) {}

  public boolean isConstant() {
    return code == null;
  }

  /** Whether it is called {@code type.method}; the receiver is its first parameter. */
  public boolean isMethodOfOneType() {
    return name.indexOf('.') >= 0;
  }

  /** The parameters that stand between the parentheses: without the receiver of such a method. */
  public List<Parameter> writtenParameters() {
    return isMethodOfOneType() ? parameters.subList(1, parameters.size()) : parameters;
  }

  public Arity arity() {
    return arityOf(parameters);
  }

  /** How many arguments such parameters take. */
  public static Arity arityOf(List<Parameter> parameters) {
    int minimum = 0;
    boolean unbounded = false;
    for (Parameter parameter : parameters) {
      minimum += parameter.optional() || parameter.rest() ? 0 : 1;
      unbounded |= parameter.rest();
    }
    return new Arity(minimum, unbounded ? Arity.UNBOUNDED : parameters.size());
  }

  /** Such as {@code get(dict: dict, key: string|int, default?: any)}. */
  public String signature() {
    if (isConstant()) {
      return name;
    }
    if (!signatures.isEmpty()) {
      return String.join(" | ", signatures);
    }
    StringBuilder text = new StringBuilder(name).append('(');
    String separator = "";
    for (Parameter parameter : writtenParameters()) {
      text.append(separator).append(parameter.display());
      separator = ", ";
    }
    return text.append(')').toString();
  }
}
