import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000


class Item:
    __slots__ = ("name", "count", "price")

    def __init__(self, name, count, price):
        self.name = name
        self.count = count
        self.price = price


def shown(x):
    return str(int(x)) if x == int(x) else str(x)


def make_items(n):
    stems = ["bolt", "nut", "washer", "hinge", "bracket", "spring", "gear"]
    items = []
    seed = 5
    for i in range(n):
        seed = (seed * 16807) % 2147483647
        items.append(Item(stems[seed % 7] + "-" + str(i), seed % 97, seed % 1000 * 0.25))
    return items


def line_of(item):
    worth = shown(item.count * item.price)
    return item.name.ljust(16, ".") + str(item.count).rjust(4) + f" x {shown(item.price)}" + worth.rjust(10)


def main(n):
    lines = []
    total = 0
    for item in make_items(n):
        if item.count % 10 != 0:
            lines.append(line_of(item))
            total += item.count
    text = "\n".join(lines)
    bolts = 0
    for line in text.split("\n"):
        if line.startswith("bolt"):
            bolts += len(line.upper())
    return "%d %d %d" % (len(text), bolts, total)


print("report", main(N))
