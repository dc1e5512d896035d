import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 10000000


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.keys = [0] * (capacity + 1)
        self.values = [0] * (capacity + 1)
        self.before = [0] * (capacity + 1)
        self.after = [0] * (capacity + 1)
        self.size = 0

    def unlinked(self, slot):
        self.after[self.before[slot]] = self.after[slot]
        self.before[self.after[slot]] = self.before[slot]
        return self

    def first(self, slot):
        old = self.after[0]
        self.after[0] = slot
        self.before[slot] = 0
        self.after[slot] = old
        self.before[old] = slot
        return self

    def put(self, slot, key, value):
        self.keys[slot] = key
        self.values[slot] = value
        return self.first(slot)


def main(n):
    slots = {}
    cache = Cache(1000)
    seed = 42
    hits = 0
    total = 0
    for i in range(n):
        seed = (seed * 16807) % 2147483647
        key = (seed % 1700 + seed % 1300) // 2
        slot = slots.get(key, 0)
        if slot > 0:
            hits += 1
            total = (total + cache.values[slot]) % 1000003
            cache.unlinked(slot).first(slot)
        else:
            if cache.size < cache.capacity:
                cache.size += 1
                slot = cache.size
            else:
                slot = cache.before[0]
                del slots[cache.keys[slot]]
                cache.unlinked(slot)
            slots[key] = slot
            cache.put(slot, key, i)
    return "%d %d" % (hits, total)


print("lru_cache", main(N))
