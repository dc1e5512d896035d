package ruff.tools.types;

/** What native functions answer. */
public interface NativeResults {
  /** The result of a native as its declaration states it, or an empty text. */
  String of(String name);
}
