package ruff.stdlib.pages;

import java.nio.charset.StandardCharsets;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.stdlib.file.NumberedFiles;
import ruff.value.ArrayValue;
import ruff.value.DictValue;
import ruff.value.Ints;
import ruff.value.RuffError;

/** Natives that make web pages and their paths without touching files. */
public final class Pages {
  private static final String TOO_MANY = "ssg_build_output_paths() result too large";
  private static final long MOST_PATHS = 10_000_000;

  private Pages() {}

  @Native(
      name = "ssg_render_pages",
      family = Family.PAGES,
      doc = "An HTML page for each source text, and the bytes of all pages together.",
      returns = "dict {pages: array of string, checksum: int}",
      arity = "ssg_render_pages() expects 1 argument (array of source pages), got {got}",
      error = "ssg_render_pages() requires an array of source page strings",
      errors = "ssg_render_pages() source page at index I must be a string",
      example = "ssg_render_pages([\"x\"])",
      result =
          "{\"checksum\": 61, \"pages\":"
              + " [<html><body><h1>Post 0</h1><article>x</article></body></html>]}")
  public static DictValue renderPages(
      @Param(type = "array of string", ownership = Ownership.BORROWED) ArrayValue sourcePages) {
    String[] sources = NumberedFiles.texts(sourcePages, "ssg_render_pages() source page");
    Object[] pages = new Object[sources.length];
    long bytes = 0;
    for (int i = 0; i < pages.length; i++) {
      String page = page(i, sources[i]);
      pages[i] = page;
      bytes += page.getBytes(StandardCharsets.UTF_8).length;
    }
    DictValue result = new DictValue();
    result.put("pages", ArrayValue.ofObjects(pages, pages.length));
    result.put("checksum", Ints.box(bytes));
    return result;
  }

  /** The page of a source text. */
  static String page(int index, String source) {
    return "<html><body><h1>Post " + index + "</h1><article>" + source + "</article></body></html>";
  }

  @Native(
      name = "ssg_build_output_paths",
      family = Family.PAGES,
      doc = "The paths of a number of pages in a folder: post_0.html, post_1.html and so on.",
      returns = "array of string",
      arity =
          "ssg_build_output_paths() expects 2 or 3 arguments (output_dir, file_count, optional"
              + " extension), got {got}",
      errors = {"ssg_build_output_paths() file_count must be >= 0, got N", TOO_MANY},
      example = "ssg_build_output_paths(\"out\", 2, \".txt\")",
      result = "[out/post_0.txt, out/post_1.txt]")
  public static ArrayValue buildOutputPaths(
      @Param(error = "ssg_build_output_paths() output_dir must be a string") String outputDir,
      @Param(error = "ssg_build_output_paths() file_count must be an integer") long fileCount,
      @Param(
              error = "ssg_build_output_paths() optional extension must be a string",
              optional = true,
              fallback = "\".html\"")
          String extension) {
    if (fileCount < 0) {
      throw new RuffError("ssg_build_output_paths() file_count must be >= 0, got " + fileCount);
    }
    if (fileCount > MOST_PATHS) {
      throw new RuffError(TOO_MANY);
    }
    ArrayValue paths = new ArrayValue();
    for (long i = 0; i < fileCount; i++) {
      paths.add(outputDir + "/post_" + i + extension);
    }
    return paths;
  }
}
