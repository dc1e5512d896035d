package ruff.stdlib;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ruff.host.Host;
import ruff.natives.NativeContext;
import ruff.natives.NativeFunction;
import ruff.natives.NativeMemory;
import ruff.policy.Policy;
import ruff.task.Scheduler;
import ruff.value.ArrayValue;
import ruff.value.Callable;
import ruff.value.DictValue;
import ruff.value.Display;
import ruff.value.NullValue;
import ruff.value.RuffError;

/** Calls natives from tests as a program would, with streams in memory. */
public final class Natives implements NativeContext {
  /** A function of a program. */
  private static final class Callback extends Callable {
    private final Function<Object[], Object> body;

    Callback(Function<Object[], Object> body) {
      this.body = body;
    }

    @Override
    public String name() {
      return "<lambda>";
    }
  }

  private final StandardLibrary library = new StandardLibrary();
  private final NativeMemory memory = new NativeMemory();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Host host;
  private final Policy policy;
  private List<String> arguments = List.of("one", "two");

  public Natives() {
    this("", Policy.trusted());
  }

  public Natives(String input, Policy policy) {
    this(input, policy, Path.of("/"));
  }

  /** Relative paths start from {@code directory}. */
  public Natives(Path directory) {
    this("", Policy.trusted(), directory);
  }

  /** Relative paths start from {@code directory}. */
  public Natives(Path directory, Policy policy) {
    this("", policy, directory);
  }

  private Natives(String input, Policy policy, Path directory) {
    this.host = Host.inMemory(input, out, err, directory);
    this.policy = policy;
  }

  /** Sets the words behind the program's file. */
  public Natives withArguments(String... words) {
    arguments = List.of(words);
    return this;
  }

  /** Calls a native; ints, lists and maps of Java stand for those of Ruff. */
  public Object call(String name, Object... arguments) {
    return ((NativeFunction) library.lookup(name)).call(this, values(arguments));
  }

  /** What print shows of the result. */
  public String show(String name, Object... arguments) {
    return Display.text(call(name, arguments));
  }

  /** The message of the error that a call ends in. */
  public String message(String name, Object... arguments) {
    try {
      return "no error but " + show(name, arguments);
    } catch (RuffError error) {
      return error.getMessage();
    }
  }

  /** Calls a native as a method of its first argument. */
  public Object callMethod(Object receiver, String name, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(value(receiver)));
    all.addAll(List.of(values(arguments)));
    return library.methodFor(all.getFirst(), name).callMethod(this, all.toArray());
  }

  public String stdout() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String stderr() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** A function of the program. */
  public static Callable function(Function<Object[], Object> body) {
    return new Callback(arguments -> value(body.apply(arguments)));
  }

  private static Object[] values(Object[] values) {
    Object[] result = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = value(values[i]);
    }
    return result;
  }

  /** The Ruff value that a Java value stands for. */
  public static Object value(Object value) {
    return switch (value) {
      case null -> NullValue.NULL;
      case Integer number -> number.longValue();
      case List<?> items -> ArrayValue.of(values(items.toArray()));
      case Map<?, ?> entries -> dict(entries);
      default -> value;
    };
  }

  private static DictValue dict(Map<?, ?> entries) {
    DictValue dict = new DictValue();
    entries.forEach((key, item) -> dict.putKey(value(key), value(item)));
    return dict;
  }

  @Override
  public Object call(Callable callable, Object argument) {
    return callBack(callable, argument);
  }

  @Override
  public Object callMovingFirst(Callable callable, Object first, Object second) {
    return callBack(callable, first, second);
  }

  private Object callBack(Callable callable, Object... arguments) {
    if (callable instanceof NativeFunction function) {
      return function.call(this, arguments);
    }
    return ((Callback) callable).body.apply(arguments);
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public Scheduler scheduler() {
    throw new UnsupportedOperationException();
  }

  @Override
  public NativeMemory memory() {
    return memory;
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
