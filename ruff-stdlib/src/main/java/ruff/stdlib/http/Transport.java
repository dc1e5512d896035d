package ruff.stdlib.http;

import java.io.IOException;
import ruff.host.net.HttpAccess;
import ruff.host.net.HttpLibrary;
import ruff.host.net.HttpTransport;
import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/** The client library of a run, made when the first request is about to be sent. */
final class Transport implements NativeMemory.Closing {
  private final HttpTransport library;

  private Transport(HttpTransport library) {
    this.library = library;
  }

  /**
   * HTTP as a function may use it.
   *
   * @param surface the function's public name, for denials
   */
  static HttpAccess access(NativeContext context, String surface) {
    NativeMemory memory = context.memory();
    Transport known = memory.find(Transport.class);
    if (known == null) {
      HttpTransport made = HttpLibrary.installed().newTransport();
      known = memory.keep(Transport.class, new Transport(made));
    }
    return new HttpAccess(context.network(surface), known.library);
  }

  @Override
  public void close() {
    try {
      library.close();
    } catch (IOException lost) {
      // Nobody is left who would use it.
    }
  }
}
