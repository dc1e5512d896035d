package ruff.value;

import ruff.ast.Expr.WrapKind;

/**
 * A Result or Option.
 *
 * @param value the payload; null only for {@code None}
 */
public record WrapValue(WrapKind kind, Object value) {
  public static final WrapValue NONE = new WrapValue(WrapKind.NONE, null);

  /** Whether {@code ?} unwraps it instead of returning it. */
  public boolean isSuccess() {
    return kind == WrapKind.OK || kind == WrapKind.SOME;
  }
}
