package ruff.stdlib.net;

import java.io.IOException;
import ruff.host.net.CheckedDestination;
import ruff.host.net.NetworkFailure;
import ruff.host.net.SocketErrors;
import ruff.host.net.UdpSocket;
import ruff.natives.CancelSignal;
import ruff.natives.Family;
import ruff.natives.Native;
import ruff.natives.NativeContext;
import ruff.natives.Param;
import ruff.natives.Param.Ownership;
import ruff.policy.Capability;
import ruff.value.DictValue;
import ruff.value.HandleValue;
import ruff.value.RuffError;

/** Natives of datagrams. */
public final class UdpNatives {
  private static final String BIND = "udp_bind requires (string_host, int_port) arguments";
  private static final String SEND =
      "udp_send_to requires (UdpSocket, string_or_bytes_data, string_host, int_port) arguments";
  private static final String RECEIVE = "udp_receive_from requires (UdpSocket, int_size) arguments";
  private static final String CLOSE = "udp_close requires a UdpSocket argument";

  private UdpNatives() {}

  @Native(
      name = "udp_bind",
      family = Family.NETWORK,
      doc = "Opens a socket for datagrams; port 0 takes any free port.",
      returns = "udpsocket",
      arity = BIND,
      error = BIND,
      errors = "Failed to bind UDP socket on 'H:P': OSERR",
      capability = Capability.NETWORK_SERVER,
      resource = {"host", "port"},
      example = "type(udp_bind(\"127.0.0.1\", 0))",
      result = "udpsocket")
  public static HandleValue bind(NativeContext context, String host, long port) {
    try {
      return OpenSockets.keep(
          context, new DatagramValue(context.network("udp_bind").bind(host, port)));
    } catch (IOException failure) {
      throw new RuffError(
          "Failed to bind UDP socket on '"
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
      name = "udp_send_to",
      family = Family.NETWORK,
      doc = "Sends a text, as UTF-8, or bytes as one datagram.",
      returns = "int, how many bytes",
      arity = SEND,
      error = SEND,
      errors = {
        "udp_send_to failed: destination port must be 1-65535",
        "udp_send_to blocked by outbound destination policy 'deny_private' (...)",
        "Failed to resolve network destination 'H:P': OSERR",
        "Failed to send UDP datagram to 'H:P': OSERR"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = {"host", "port"},
      example = "udp_send_to(udp_bind(\"127.0.0.1\", 0), \"ping\", \"127.0.0.1\", port)",
      result = "4")
  public static long sendTo(
      NativeContext context,
      @Param(type = "udpsocket", ownership = Ownership.BORROWED) HandleValue socket,
      @Param(type = "string|bytes", ownership = Ownership.BORROWED) Object data,
      String host,
      long port) {
    DatagramValue open = socket(socket, SEND);
    byte[] bytes = NetworkData.bytes(data);
    try {
      CheckedDestination destination =
          context.network("udp_send_to").destination("udp_send_to", host, port);
      open.socket().send(bytes, destination);
      return bytes.length;
    } catch (NetworkFailure failure) {
      throw new RuffError(failure.getMessage());
    } catch (IOException failure) {
      throw NetworkData.failed(operation(host, port), failure);
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  private static String operation(String host, long port) {
    return "Failed to send UDP datagram to '" + host + ":" + port + "'";
  }

  @Native(
      name = "udp_receive_from",
      family = Family.NETWORK,
      doc =
          "The next datagram as data, from (host:port) and size, waiting for half a minute; what"
              + " is beyond the size is lost.",
      returns = "dict of data: string|bytes, from: string, size: int",
      arity = RECEIVE,
      error = RECEIVE,
      errors = {
        "udp_receive_from size must be positive",
        "udp_receive_from size exceeds maximum network body size (N bytes > 8388608 bytes)",
        "Failed to receive UDP datagram: OSERR",
        "Failed to receive UDP datagram timed out after 30000ms read/30000ms write timeout"
            + " policy: OSERR"
      },
      capability = Capability.NETWORK_CLIENT,
      resource = Native.UNNAMED,
      example = "udp_receive_from(mailbox, 64)[\"data\"]",
      result = "ping")
  public static DictValue receiveFrom(
      NativeContext context,
      @Param(type = "udpsocket", ownership = Ownership.BORROWED) HandleValue socket,
      long size) {
    DatagramValue open = socket(socket, RECEIVE);
    int limit = NetworkData.size("udp_receive_from", size);
    try {
      UdpSocket.Received received = open.socket().receive(limit);
      DictValue result = DictValue.ofExpectedSize(3);
      result.put("data", NetworkData.value(received.data()));
      result.put("from", received.from());
      result.putInt("size", received.data().length);
      return result;
    } catch (IOException failure) {
      throw NetworkData.failed("Failed to receive UDP datagram", failure);
    } catch (InterruptedException stopped) {
      throw new CancelSignal();
    }
  }

  @Native(
      name = "udp_close",
      family = Family.NETWORK,
      doc = "Closes a socket for datagrams.",
      returns = "bool true",
      arity = CLOSE,
      error = CLOSE,
      example = "udp_close(udp_bind(\"127.0.0.1\", 0))",
      result = "true")
  public static boolean close(
      NativeContext context,
      @Param(type = "udpsocket", ownership = Ownership.BORROWED) HandleValue socket) {
    OpenSockets.close(context, socket(socket, CLOSE));
    return true;
  }

  private static DatagramValue socket(HandleValue value, String error) {
    if (value instanceof DatagramValue socket) {
      return socket;
    }
    throw new RuffError(error);
  }
}
