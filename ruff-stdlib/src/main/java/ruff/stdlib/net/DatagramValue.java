package ruff.stdlib.net;

import ruff.host.net.UdpSocket;

/** A socket for datagrams as a value. */
final class DatagramValue extends SocketValue {
  private final UdpSocket socket;

  DatagramValue(UdpSocket socket) {
    this.socket = socket;
  }

  @Override
  UdpSocket socket() {
    return socket;
  }

  @Override
  public String typeName() {
    return "udpsocket";
  }

  @Override
  public String display() {
    return "UdpSocket(addr: " + socket.address() + ")";
  }
}
