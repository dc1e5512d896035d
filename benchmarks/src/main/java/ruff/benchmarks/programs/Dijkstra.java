package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program {@code dijkstra} as Java programmers write it. */
public final class Dijkstra {
  private record Edge(int target, long cost) {}

  private long[] heap = new long[16];
  private int size;

  private static Map<Integer, List<Edge>> graph(int n) {
    Map<Integer, List<Edge>> edges = new HashMap<>();
    long seed = 23;
    for (int i = 0; i < n; i++) {
      List<Edge> own = new ArrayList<>();
      own.add(new Edge((i + 1) % n, 500));
      for (int k = 0; k < 3; k++) {
        seed = (seed * 16807) % 2147483647;
        own.add(new Edge((int) (seed % n), seed % 97 + 1));
      }
      edges.put(i, own);
    }
    return edges;
  }

  private void raise(long value) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (heap[parent] <= value) {
        break;
      }
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = value;
  }

  private long takeFirst() {
    long first = heap[0];
    long last = heap[--size];
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }

  /** The result for the size. */
  public static String run(int n) {
    Map<Integer, List<Edge>> edges = graph(n);
    long[] distance = new long[n];
    Arrays.fill(distance, -1);
    Dijkstra queue = new Dijkstra();
    queue.raise(0);
    int visited = 0;
    while (queue.size > 0) {
      long top = queue.takeFirst();
      int node = (int) (top % n);
      long soFar = top / n;
      if (distance[node] < 0) {
        distance[node] = soFar;
        visited++;
        for (Edge edge : edges.get(node)) {
          if (distance[edge.target()] < 0) {
            queue.raise((soFar + edge.cost()) * n + edge.target());
          }
        }
      }
    }
    long check = 0;
    for (long d : distance) {
      check = (check * 31 + d) % 1000003;
    }
    return visited + " " + check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("dijkstra " + run(Integer.parseInt(args[0])));
  }
}
