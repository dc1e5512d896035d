package ruff.stdlib.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import ruff.host.net.CheckedDestination;
import ruff.host.net.NetworkAccess;
import ruff.host.net.NetworkFailure;
import ruff.host.net.SocketErrors;
import ruff.natives.CancelSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Natives of connections. */
public final class TcpNatives {
  private static final String LISTEN = "tcp_listen requires (string_host, int_port) arguments";
  private static final String ACCEPT = "tcp_accept requires a TcpListener argument";
  private static final String CONNECT = "tcp_connect requires (string_host, int_port) arguments";
  private static final String SEND =
      "tcp_send requires (TcpStream, string_or_bytes_data) arguments";
  private static final String RECEIVE = "tcp_receive requires (TcpStream, int_size) arguments";
  private static final String CLOSE = "tcp_close requires a TcpStream or TcpListener argument";
  private static final String NONBLOCKING =
      "tcp_set_nonblocking requires (TcpStream/TcpListener, bool) arguments";
  private static final String EITHER = "tcpstream|tcplistener";

  private TcpNatives() {}

  @Native(
      name = "tcp_listen",
      family = Family.NETWORK,
      doc = "Listens for connections; port 0 takes any free port.",
      returns = "tcplistener",
      arity = LISTEN,
      error = LISTEN,
      errors = "Failed to bind TCP listener on 'H:P': OSERR",
      capability = Capability.NETWORK_SERVER,
      resource = {"host", "port"},
      example = "type(tcp_listen(\"127.0.0.1\", 0))",
      result = "tcplistener")
  public static HandleValue listen(NativeContext context, String host, long port) {
    try {
      return OpenSockets.keep(
          context, new ListenerValue(context.network("tcp_listen").listen(host, port)));
    } catch (IOException failure) {
      throw new RuffError(
          "Failed to bind TCP listener on '"
              + host
              + ":"
              + port
              + "': "
              + SocketErrors.text(failure));
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  @Native(
      name = "tcp_accept",
      family = Family.NETWORK,
      doc = "Takes the next connection of a listener, waiting for one to come.",
      returns = "tcpstream",
      arity = ACCEPT,
      error = ACCEPT,
      errors = {
        "Failed to accept connection: OSERR",
        "Failed to accept connection timed out after 30000ms read/30000ms write timeout policy:"
            + " OSERR"
      },
      capability = Capability.NETWORK_SERVER,
      resource = Native.UNNAMED,
      example = "type(tcp_accept(listener))",
      result = "tcpstream")
  public static HandleValue accept(
      NativeContext context,
      @Param(type = "tcplistener", ownership = Ownership.BORROWED) HandleValue listener) {
    if (!(listener instanceof ListenerValue open)) {
      throw new RuffError(ACCEPT);
    }
    try {
      return OpenSockets.keep(context, new StreamValue(open.socket().accept()));
    } catch (IOException failure) {
      throw NetworkData.failed("Failed to accept connection", failure);
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  @Native(
      name = "tcp_connect",
      family = Family.NETWORK,
      doc = "Connects to a host, trying each of its addresses for ten seconds.",
      returns = "tcpstream",
      arity = CONNECT,
      error = CONNECT,
      errors = {
        "tcp_connect failed: destination port must be 1-65535",
        "tcp_connect failed to resolve 'H:P': OSERR",
        "tcp_connect failed to connect to 'H:P': OSERR",
        "tcp_connect blocked by outbound destination policy 'deny_private' (...)",
        "Failed to resolve network destination 'H:P': OSERR"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = {"host", "port"},
      example = "type(tcp_connect(\"127.0.0.1\", port))",
      result = "tcpstream")
  public static HandleValue connect(NativeContext context, String host, long port) {
    NetworkAccess network = context.network("tcp_connect");
    String target = "'" + host + ":" + port + "': ";
    try {
      CheckedDestination destination = network.destination("tcp_connect", host, port);
      return OpenSockets.keep(context, new StreamValue(network.connect(destination)));
    } catch (NetworkFailure failure) {
      throw new RuffError(failure.getMessage());
    } catch (UnknownHostException | SocketTimeoutException unknown) {
      throw new RuffError("tcp_connect failed to resolve " + target + SocketErrors.text(unknown));
    } catch (IOException failure) {
      throw new RuffError(
          "tcp_connect failed to connect to " + target + SocketErrors.text(failure));
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  @Native(
      name = "tcp_send",
      family = Family.NETWORK,
      doc = "Sends all of a text, as UTF-8, or of bytes.",
      returns = "int, how many bytes",
      arity = SEND,
      error = SEND,
      errors = {
        "Failed to send data over TCP: OSERR",
        "Failed to send data over TCP timed out after 30000ms read/30000ms write timeout policy:"
            + " OSERR"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = Native.UNNAMED,
      example = "tcp_send(tcp_connect(\"127.0.0.1\", port), \"é!\")",
      result = "3")
  public static long send(
      NativeContext context,
      @Param(type = "tcpstream", ownership = Ownership.BORROWED) HandleValue stream,
      @Param(type = "string|bytes", ownership = Ownership.BORROWED) Object data) {
    StreamValue open = stream(stream, SEND);
    byte[] bytes = NetworkData.bytes(data);
    try {
      open.socket().write(bytes);
      return bytes.length;
    } catch (IOException failure) {
      throw NetworkData.failed("Failed to send data over TCP", failure);
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  @Native(
      name = "tcp_receive",
      family = Family.NETWORK,
      doc =
          "What has come in, at most so many bytes, waiting for the first one; the empty text at"
              + " the end of the stream.",
      returns = "string, or bytes where these are no text",
      arity = RECEIVE,
      error = RECEIVE,
      errors = {
        "tcp_receive size must be positive",
        "tcp_receive size exceeds maximum network body size (N bytes > 8388608 bytes)",
        "Failed to receive data from TCP: OSERR",
        "Failed to receive data from TCP timed out after 30000ms read/30000ms write timeout"
            + " policy: OSERR"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = Native.UNNAMED,
      example = "tcp_receive(tcp_connect(\"127.0.0.1\", port), 5)",
      result = "hello")
  public static Object receive(
      NativeContext context,
      @Param(type = "tcpstream", ownership = Ownership.BORROWED) HandleValue stream,
      long size) {
    StreamValue open = stream(stream, RECEIVE);
    int limit = NetworkData.size("tcp_receive", size);
    try {
      return NetworkData.value(open.socket().read(limit));
    } catch (IOException failure) {
      throw NetworkData.failed("Failed to receive data from TCP", failure);
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  @Native(
      name = "tcp_close",
      family = Family.NETWORK,
      doc = "Closes a connection or a listener, also where another task waits for it.",
      returns = "bool true",
      arity = CLOSE,
      error = CLOSE,
      example = "tcp_close(tcp_listen(\"127.0.0.1\", 0))",
      result = "true")
  public static boolean close(
      NativeContext context,
      @Param(type = EITHER, ownership = Ownership.BORROWED) HandleValue socket) {
    if (!(socket instanceof StreamValue) && !(socket instanceof ListenerValue)) {
      throw new RuffError(CLOSE);
    }
    OpenSockets.close(context, (SocketValue) socket);
    return true;
  }

  @Native(
      name = "tcp_set_nonblocking",
      family = Family.NETWORK,
      doc =
          "Decides whether calls that would have to wait for this connection or listener fail"
              + " instead.",
      returns = "bool true",
      arity = NONBLOCKING,
      error = NONBLOCKING,
      errors = {
        "Failed to set TCP stream non-blocking mode: OSERR",
        "Failed to set TCP listener non-blocking mode: OSERR"
      },
      example = "tcp_set_nonblocking(tcp_listen(\"127.0.0.1\", 0), true)",
      result = "true")
  public static boolean setNonblocking(
      @Param(type = EITHER, ownership = Ownership.BORROWED) HandleValue socket, boolean on) {
    try {
      if (socket instanceof StreamValue stream) {
        stream.socket().setWaiting(!on);
      } else if (socket instanceof ListenerValue listener) {
        listener.socket().setWaiting(!on);
      } else {
        throw new RuffError(NONBLOCKING);
      }
      return true;
    } catch (IOException failure) {
      String kind = socket instanceof StreamValue ? "stream" : "listener";
      throw NetworkData.failed("Failed to set TCP " + kind + " non-blocking mode", failure);
    }
  }

  private static StreamValue stream(HandleValue value, String error) {
    if (value instanceof StreamValue stream) {
      return stream;
    }
    throw new RuffError(error);
  }
}
