package ruff.benchmarks.programs;

/** The program {@code struct_methods} as Java programmers write it. */
public final class StructMethods {
  private StructMethods() {}

  interface Shape {
    long area();

    Shape grown(long by);
  }

  record Square(long side) implements Shape {
    public long area() {
      return side * side;
    }

    public Shape grown(long by) {
      return new Square(side + by);
    }
  }

  record Rect(long w, long h) implements Shape {
    public long area() {
      return w * h;
    }

    public Shape grown(long by) {
      return new Rect(w + by, h);
    }
  }

  record Tri(long base, long height) implements Shape {
    public long area() {
      return base * height / 2;
    }

    public Shape grown(long by) {
      return new Tri(base, height + by);
    }
  }

  /** The result for the size. */
  public static long run(int n) {
    Shape[] shapes = {new Square(3), new Rect(2, 5), new Tri(6, 3), new Square(7), new Rect(4, 4)};
    long total = 0;
    for (int i = 0; i < n; i++) {
      Shape shape = shapes[i % 5];
      total += shape.area();
      if (i % 10 == 0) {
        Shape bigger = shape.grown(i % 3);
        total += bigger.area();
      }
    }
    return total;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    int n = Integer.parseInt(args[0]);
    System.out.println("struct_methods " + run(n));
  }
}
