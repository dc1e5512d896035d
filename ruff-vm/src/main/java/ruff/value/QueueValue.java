package ruff.value;

/**
 * A queue of a program: a ring that grows. Methods that write do so in place: the caller owns this
 * queue.
 */
public final class QueueValue extends Container {
  private static final int FIRST_CAPACITY = 8;

  /** The ring; its length is a power of two. */
  private Object[] ring;

  private int front;
  private int size;

  public QueueValue() {
    ring = new Object[FIRST_CAPACITY];
  }

  /** A queue of the elements of an array, the first in front; containers get shared. */
  public static QueueValue of(ArrayValue items) {
    QueueValue queue = new QueueValue();
    for (int i = 0; i < items.size; i++) {
      queue.enqueue(shared(items.get(i)));
    }
    return queue;
  }

  public int size() {
    return size;
  }

  public void enqueue(Object value) {
    if (size == ring.length) {
      ring = ordered(Math.multiplyExact(size, 2));
      front = 0;
    }
    ring[(front + size) & (ring.length - 1)] = value;
    size++;
  }

  /** Takes the front out; null when empty. */
  public Object dequeue() {
    if (size == 0) {
      return null;
    }
    Object value = ring[front];
    ring[front] = null;
    front = (front + 1) & (ring.length - 1);
    size--;
    return value;
  }

  /** The front, borrowed; null when empty. */
  public Object peek() {
    return size == 0 ? null : ring[front];
  }

  /** A new array of the elements, the front first; containers get shared. */
  public ArrayValue toArray() {
    Object[] items = toObjects();
    for (Object item : items) {
      share(item);
    }
    ArrayValue array = ArrayValue.ofOwned(items, 0, size);
    array.nesting = Math.max(array.nesting, nesting);
    return array;
  }

  /** The elements in a new array, the front first, each borrowed. */
  Object[] toObjects() {
    return ordered(size);
  }

  @Override
  public QueueValue copy() {
    QueueValue copy = new QueueValue();
    copy.ring = ordered(ring.length);
    copy.size = size;
    copy.nesting = nesting;
    for (int i = 0; i < size; i++) {
      share(copy.ring[i]);
    }
    return copy;
  }

  private Object[] ordered(int capacity) {
    Object[] row = new Object[capacity];
    int head = Math.min(size, ring.length - front);
    System.arraycopy(ring, front, row, 0, head);
    System.arraycopy(ring, 0, row, head, size - head);
    return row;
  }
}
