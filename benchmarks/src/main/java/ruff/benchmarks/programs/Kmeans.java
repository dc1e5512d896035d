package ruff.benchmarks.programs;

import java.util.ArrayList;
import java.util.List;

/** The program {@code kmeans} as Java programmers write it. */
public final class Kmeans {
  private Kmeans() {}

  private static final class Point {
    final double x;
    final double y;
    int group;

    Point(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  private static final class Center {
    double x;
    double y;
    long count;

    Center(double x, double y, long count) {
      this.x = x;
      this.y = y;
      this.count = count;
    }
  }

  private static int nearest(Point p, List<Center> centers) {
    int best = 0;
    double least = 1000000.0;
    for (int i = 0; i < centers.size(); i++) {
      Center c = centers.get(i);
      double dx = p.x - c.x;
      double dy = p.y - c.y;
      double d = dx * dx + dy * dy;
      if (d < least) {
        least = d;
        best = i;
      }
    }
    return best;
  }

  private static List<Point> points(int n) {
    List<Point> points = new ArrayList<>();
    long seed = 17;
    for (int i = 0; i < n; i++) {
      seed = (seed * 16807) % 2147483647;
      double x = seed % 10007 * 0.01;
      seed = (seed * 16807) % 2147483647;
      points.add(new Point(x, seed % 10009 * 0.01));
    }
    return points;
  }

  private static List<Center> centers(List<Point> points, int count) {
    List<Center> sums = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sums.add(new Center(0.0, 0.0, 0));
    }
    for (Point p : points) {
      Center sum = sums.get(p.group);
      sum.x += p.x;
      sum.y += p.y;
      sum.count++;
    }
    List<Center> centers = new ArrayList<>();
    for (Center c : sums) {
      centers.add(new Center(c.x / c.count, c.y / c.count, c.count));
    }
    return centers;
  }

  /** The result for the size. */
  public static String run(int n) {
    List<Point> points = points(n);
    List<Center> centers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      centers.add(new Center(points.get(i).x, points.get(i).y, 0));
    }
    int moves = 0;
    for (int round = 0; round < 10; round++) {
      for (Point p : points) {
        int group = nearest(p, centers);
        if (group != p.group) {
          moves++;
          p.group = group;
        }
      }
      centers = centers(points, 12);
    }
    long check = 0;
    for (Center c : centers) {
      check += (long) Math.floor(c.x * 1000) + (long) Math.floor(c.y * 1000) + c.count;
    }
    return moves + " " + check;
  }

  /** Prints the result for the size that is the first argument. */
  public static void main(String[] args) {
    System.out.println("kmeans " + run(Integer.parseInt(args[0])));
  }
}
