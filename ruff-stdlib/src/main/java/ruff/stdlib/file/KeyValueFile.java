package ruff.stdlib.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ruff.host.FileAccess;
import ruff.host.OpenFile;
import ruff.host.SystemError;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.policy.Capability;
import ruff.stdlib.json.InvalidJson;
import ruff.stdlib.json.JsonReader;
import ruff.stdlib.json.JsonWriter;
import ruff.value.DictValue;
import ruff.value.NullValue;
import ruff.value.RuffError;

/**
 * Natives for a small file of keys and values: a JSON object of strings in {@code RUFF_KV_PATH},
 * else in {@code .ruff_kv.json} of the working directory. It is replaced as a whole, and by one
 * call at a time, so that no change of this process is lost.
 */
public final class KeyValueFile {
  private static final Object WRITING = new Object();

  private KeyValueFile() {}

  @Native(
      name = "kv_set",
      family = Family.FILE,
      doc = "Remembers a value under a key in the key-value file, which RUFF_KV_PATH names.",
      returns = "bool true",
      arity = "kv_set() expects 2 arguments (key, value), got {got}",
      error = "kv_set requires key and value string arguments",
      errors = {
        "Failed to read kv store 'P': WHY",
        "Failed to parse kv store 'P': WHY",
        "Failed to write kv store 'P': WHY",
        "Failed to prepare kv store directory 'P': OSERR"
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = Native.UNNAMED,
      example = "kv_set(\"k\", \"v\")",
      result = "true")
  public static boolean kvSet(NativeContext context, String key, String value) {
    FileAccess files = context.files("kv_set");
    String path = path(context);
    synchronized (WRITING) {
      DictValue entries = read(context, path, true);
      entries.put(key, value);
      prepareFolder(files, path);
      try {
        files.replaceWhole(path, JsonWriter.pretty(entries).getBytes(StandardCharsets.UTF_8));
        return true;
      } catch (IOException failure) {
        throw FileErrors.failed("Failed to write kv store", path, failure);
      }
    }
  }

  @Native(
      name = "kv_get",
      family = Family.FILE,
      doc = "The value of a key in the key-value file, or null.",
      returns = "string|null",
      arity = "kv_get() expects 1 argument (key), got {got}",
      error = "kv_get requires a key string argument",
      errors = {"Failed to read kv store 'P': WHY", "Failed to parse kv store 'P': WHY"},
      capability = Capability.FILESYSTEM_READ,
      resource = Native.UNNAMED,
      example = "kv_get(\"nokey\")",
      result = "null")
  public static Object kvGet(NativeContext context, String key) {
    Object value = read(context, path(context), false).get(key);
    return value == null ? NullValue.NULL : value;
  }

  private static String path(NativeContext context) {
    String set = context.host().environment().get("RUFF_KV_PATH");
    return set == null || set.isBlank() ? ".ruff_kv.json" : set.strip();
  }

  private static DictValue read(NativeContext context, String path, boolean toWrite) {
    String text = text(context, path, toWrite);
    if (text.isBlank()) {
      return new DictValue();
    }
    try {
      return JsonReader.of(context, text).readTexts();
    } catch (InvalidJson invalid) {
      throw new RuffError("Failed to parse kv store '" + path + "': " + invalid.getMessage());
    }
  }

  private static String text(NativeContext context, String path, boolean toWrite) {
    FileAccess files = context.files(toWrite ? "kv_set" : "kv_get");
    try (OpenFile file = toWrite ? files.openSource(path) : files.open(path)) {
      String text = WholeFiles.textOrNull(file.read(Long.MAX_VALUE));
      if (text == null) {
        throw new RuffError("Failed to read kv store '" + path + "': " + WholeFiles.INVALID_TEXT);
      }
      return text;
    } catch (IOException failure) {
      if (SystemError.of(failure) == SystemError.NOT_FOUND) {
        return "";
      }
      throw FileErrors.failed("Failed to read kv store", path, failure);
    }
  }

  private static void prepareFolder(FileAccess files, String path) {
    String folder = Paths.dirname(path);
    if (folder.isEmpty()) {
      return;
    }
    try {
      files.createFolder(folder);
    } catch (IOException failure) {
      throw FileErrors.failed("Failed to prepare kv store directory", folder, failure);
    }
  }
}
