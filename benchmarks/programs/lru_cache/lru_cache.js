const N = Number(process.argv[2]) || 10000000;

class Cache {
  constructor(capacity) {
    this.capacity = capacity;
    this.keys = new Array(capacity + 1).fill(0);
    this.values = new Array(capacity + 1).fill(0);
    this.before = new Array(capacity + 1).fill(0);
    this.after = new Array(capacity + 1).fill(0);
    this.size = 0;
  }

  unlinked(slot) {
    this.after[this.before[slot]] = this.after[slot];
    this.before[this.after[slot]] = this.before[slot];
    return this;
  }

  first(slot) {
    const old = this.after[0];
    this.after[0] = slot;
    this.before[slot] = 0;
    this.after[slot] = old;
    this.before[old] = slot;
    return this;
  }

  put(slot, key, value) {
    this.keys[slot] = key;
    this.values[slot] = value;
    return this.first(slot);
  }
}

function main(n) {
  const slots = new Map();
  const cache = new Cache(1000);
  let seed = 42, hits = 0, total = 0;
  for (let i = 0; i < n; i++) {
    seed = (seed * 16807) % 2147483647;
    const key = Math.floor((seed % 1700 + seed % 1300) / 2);
    let slot = slots.get(key) ?? 0;
    if (slot > 0) {
      hits++;
      total = (total + cache.values[slot]) % 1000003;
      cache.unlinked(slot).first(slot);
    } else {
      if (cache.size < cache.capacity) {
        cache.size++;
        slot = cache.size;
      } else {
        slot = cache.before[0];
        slots.delete(cache.keys[slot]);
        cache.unlinked(slot);
      }
      slots.set(key, slot);
      cache.put(slot, key, i);
    }
  }
  return hits + " " + total;
}

console.log("lru_cache " + main(N));
