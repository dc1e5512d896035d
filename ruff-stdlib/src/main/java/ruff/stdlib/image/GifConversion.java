package ruff.stdlib.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ruff.host.ChildVariables;
import ruff.host.ProcessAccess;
import ruff.host.ProcessOutcome;
import ruff.host.ProcessRequest;
import ruff.host.ProcessRequest.Input;
import ruff.host.SystemError;
import ruff.natives.CancelSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.policy.Capability;
import ruff.value.RuffError;

/** The native that has an animated GIF file converted by a program of the machine. */
public final class GifConversion {
  private static final long TIMEOUT_MILLIS = 600_000;
  private static final int OUTPUT_BYTES = 1_048_576;
  private static final String MISSING =
      "gif_to_webp requires the 'gif2webp' CLI tool to be installed and available in PATH";

  private GifConversion() {}

  @Native(
      name = "gif_to_webp",
      family = Family.IMAGE,
      doc = "Converts a GIF file, animation included, to WebP by the program gif2webp.",
      returns = "bool true",
      arity =
          "gif_to_webp requires 2 to 5 arguments: input_path, output_path, [quality(0-100)],"
              + " [method(0-6)], [lossless(bool)]",
      errors = {
        "gif_to_webp quality must be in range 0-100",
        "gif_to_webp method must be in range 0-6",
        "gif_to_webp input file does not exist: P",
        MISSING,
        "gif_to_webp failed: STDERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "output",
      example = "type(gif_to_webp)",
      result = "function")
  public static boolean gifToWebp(
      NativeContext context,
      @Param(error = "gif_to_webp requires a string input_path argument") String input,
      @Param(error = "gif_to_webp requires a string output_path argument") String output,
      @Param(
              optional = true,
              fallback = "85",
              truncates = true,
              error = "gif_to_webp quality must be numeric (0-100)")
          long quality,
      @Param(
              optional = true,
              fallback = "4",
              truncates = true,
              error = "gif_to_webp method must be numeric (0-6)")
          long method,
      @Param(optional = true, fallback = "false", error = "gif_to_webp lossless flag must be bool")
          boolean lossless) {
    check(quality, 100, "quality");
    check(method, 6, "method");
    List<String> command =
        List.of(
            "gif2webp",
            readablePath(context, input),
            "-o",
            writablePath(context, output),
            "-q",
            Long.toString(quality),
            "-m",
            Long.toString(method),
            "-mt",
            lossless ? "-lossless" : "-lossy");
    ProcessOutcome outcome = run(context, command);
    if (outcome.exitCode() != 0) {
      String words = new String(outcome.stderr(), StandardCharsets.UTF_8);
      throw new RuffError("gif_to_webp failed: " + words);
    }
    return true;
  }

  private static void check(long value, long largest, String what) {
    if (value < 0 || value > largest) {
      throw new RuffError("gif_to_webp " + what + " must be in range 0-" + largest);
    }
  }

  /** Absolute paths, which the program cannot mistake for options. */
  private static String readablePath(NativeContext context, String input) {
    try {
      return context.files("gif_to_webp").sourcePath(input);
    } catch (IOException missing) {
      throw new RuffError("gif_to_webp input file does not exist: " + input);
    }
  }

  private static String writablePath(NativeContext context, String output) {
    try {
      return context.files("gif_to_webp").outputPath(output);
    } catch (IOException impossible) {
      throw new RuffError("gif_to_webp failed: " + SystemError.of(impossible).text());
    }
  }

  private static ProcessOutcome run(NativeContext context, List<String> command) {
    ProcessAccess processes = context.processes(Capability.FILESYSTEM_WRITE, "gif_to_webp");
    ChildVariables inherited = new ChildVariables(null, null, List.of(), Map.of());
    ProcessRequest request =
        new ProcessRequest(
            command,
            processes.environment(inherited),
            null,
            null,
            new Input.Given(new byte[0]),
            TIMEOUT_MILLIS,
            OUTPUT_BYTES);
    try {
      return processes.run(request);
    } catch (IOException notFound) {
      throw new RuffError(MISSING);
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }
}
