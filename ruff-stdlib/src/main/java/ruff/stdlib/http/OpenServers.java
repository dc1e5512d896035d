package ruff.stdlib.http;

import java.util.HashSet;
import java.util.Set;
import ruff.host.net.HttpListener;
import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/** The servers that listen; the end of the program stops them, whatever their handlers do then. */
final class OpenServers implements NativeMemory.Closing {
  private final Set<HttpListener> open = new HashSet<>();

  private OpenServers() {}

  static OpenServers of(NativeContext context) {
    NativeMemory memory = context.memory();
    OpenServers known = memory.find(OpenServers.class);
    return known != null ? known : memory.keep(OpenServers.class, new OpenServers());
  }

  synchronized void add(HttpListener server) {
    open.add(server);
  }

  synchronized void remove(HttpListener server) {
    open.remove(server);
  }

  @Override
  public synchronized void close() {
    open.forEach(HttpListener::close);
    open.clear();
  }
}
