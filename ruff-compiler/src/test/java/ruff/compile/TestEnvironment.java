package ruff.compile;

import java.util.Map;

/**
 * A machine with a handful of natives, each standing for a kind: {@code push} may change its first
 * argument, {@code len} and {@code sum} only look, {@code print} and {@code sort_by} do neither.
 */
public final class TestEnvironment implements Environment {
  /** Stands for the value {@code null}. */
  public static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private record NativeStub(String name, long consumed, long borrowed) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Map<String, Object> PREDEFINED =
      Map.of(
          "print", new NativeStub("print", 0, 0),
          "push", new NativeStub("push", 1, 0),
          "len", new NativeStub("len", 0, 1),
          "sum", new NativeStub("sum", 0, 1),
          "range", new NativeStub("range", 0, 0),
          "sort_by", new NativeStub("sort_by", 0, 0),
          "promise_all", new NativeStub("promise_all", 0, 0),
          "PI", 3.0);

  @Override
  public Object nullValue() {
    return NULL;
  }

  @Override
  public Object value(String name) {
    return PREDEFINED.get(name);
  }

  @Override
  public Iterable<String> names() {
    return PREDEFINED.keySet();
  }

  @Override
  public boolean isNativeFunction(String name) {
    return PREDEFINED.get(name) instanceof NativeStub;
  }

  @Override
  public boolean consumes(String name, int argument) {
    return PREDEFINED.get(name) instanceof NativeStub stub && (stub.consumed >>> argument & 1) != 0;
  }

  @Override
  public boolean takesPacked(String name) {
    return name.equals("push") || name.equals("len");
  }

  @Override
  public boolean givesArray(String name) {
    return name.equals("push");
  }

  @Override
  public long borrows(String name) {
    return PREDEFINED.get(name) instanceof NativeStub stub ? stub.borrowed : 0;
  }
}
