package ruff.stdlib.net;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/** The sockets that a program has opened and not closed; the end of the program closes them. */
final class OpenSockets implements NativeMemory.Closing {
  private final Set<SocketValue> open = new HashSet<>();

  private OpenSockets() {}

  private static OpenSockets of(NativeContext context) {
    NativeMemory memory = context.memory();
    OpenSockets known = memory.find(OpenSockets.class);
    return known != null ? known : memory.keep(OpenSockets.class, new OpenSockets());
  }

  /** Remembers a socket. */
  static <S extends SocketValue> S keep(NativeContext context, S socket) {
    OpenSockets sockets = of(context);
    synchronized (sockets) {
      sockets.open.add(socket);
    }
    return socket;
  }

  /** Closes a socket; does nothing the second time. */
  static void close(NativeContext context, SocketValue socket) {
    OpenSockets sockets = of(context);
    synchronized (sockets) {
      sockets.open.remove(socket);
    }
    closeQuietly(socket);
  }

  private static void closeQuietly(SocketValue socket) {
    try {
      socket.socket().close();
    } catch (IOException lost) {
      // Whatever the system says, the socket is gone.
    }
  }

  @Override
  public synchronized void close() {
    open.forEach(OpenSockets::closeQuietly);
    open.clear();
  }
}
