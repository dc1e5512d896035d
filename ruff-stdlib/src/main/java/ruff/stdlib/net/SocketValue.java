package ruff.stdlib.net;

import java.io.Closeable;
import ruff.value.HandleValue;

/** A socket as a value. */
abstract class SocketValue extends HandleValue {
  abstract Closeable socket();
}
