package ruff.serve.site;

import java.io.IOException;

/** Changes what is sent of a file. */
public interface VariantEdit {
  /** Gives the variant itself where there is nothing to change. */
  Variant apply(Variant variant) throws IOException;
}
