import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 400000


from math import floor


class Point:
    __slots__ = ("x", "y", "group")

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.group = 0


class Center:
    __slots__ = ("x", "y", "count")

    def __init__(self, x, y, count):
        self.x = x
        self.y = y
        self.count = count


def nearest(p, centers):
    best = 0
    least = 1000000.0
    for i in range(len(centers)):
        c = centers[i]
        dx = p.x - c.x
        dy = p.y - c.y
        d = dx * dx + dy * dy
        if d < least:
            least = d
            best = i
    return best


def main(n):
    points = []
    seed = 17
    for i in range(n):
        seed = (seed * 16807) % 2147483647
        x = seed % 10007 * 0.01
        seed = (seed * 16807) % 2147483647
        points.append(Point(x, seed % 10009 * 0.01))
    centers = [Center(points[i].x, points[i].y, 0) for i in range(12)]
    moves = 0
    for k in range(10):
        for i in range(n):
            group = nearest(points[i], centers)
            if group != points[i].group:
                moves += 1
                points[i].group = group
        sums = [Center(0.0, 0.0, 0) for c in centers]
        for p in points:
            sums[p.group].x += p.x
            sums[p.group].y += p.y
            sums[p.group].count += 1
        centers = [Center(c.x / c.count, c.y / c.count, c.count) for c in sums]
    check = 0
    for c in centers:
        check += floor(c.x * 1000) + floor(c.y * 1000) + c.count
    return "%d %d" % (moves, check)


print("kmeans", main(N))
