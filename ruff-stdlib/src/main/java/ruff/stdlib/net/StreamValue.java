package ruff.stdlib.net;

import ruff.host.net.TcpStream;

/** A connection as a value. */
final class StreamValue extends SocketValue {
  private final TcpStream stream;

  StreamValue(TcpStream stream) {
    this.stream = stream;
  }

  @Override
  TcpStream socket() {
    return stream;
  }

  @Override
  public String typeName() {
    return "tcpstream";
  }

  @Override
  public String display() {
    return "TcpStream(peer: " + stream.peer() + ")";
  }
}
