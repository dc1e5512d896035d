package ruff.stdlib.net;

import ruff.host.net.TcpListener;

/** A listening socket as a value. */
final class ListenerValue extends SocketValue {
  private final TcpListener listener;

  ListenerValue(TcpListener listener) {
    this.listener = listener;
  }

  @Override
  TcpListener socket() {
    return listener;
  }

  @Override
  public String typeName() {
    return "tcplistener";
  }

  @Override
  public String display() {
    return "TcpListener(addr: " + listener.address() + ")";
  }
}
