package ruff.stdlib.random;

import ruff.natives.NativeContext;
import ruff.natives.NativeMemory;

/** The random generator of an engine: a seeded stream while there is a seed, else a strong one. */
final class Generator {
  private RandomStream seeded;
  private RandomStream strong;

  private Generator() {}

  static Generator of(NativeContext context) {
    NativeMemory memory = context.memory();
    Generator generator = memory.find(Generator.class);
    return generator != null ? generator : memory.keep(Generator.class, new Generator());
  }

  synchronized void seed(long seed) {
    seeded = RandomStream.seeded(seed);
  }

  synchronized void clearSeed() {
    seeded = null;
  }

  synchronized double nextDouble() {
    return stream().nextDouble();
  }

  synchronized long between(long low, long high) {
    return stream().between(low, high);
  }

  private RandomStream stream() {
    if (seeded != null) {
      return seeded;
    }
    if (strong == null) {
      strong = RandomStream.unpredictable();
    }
    return strong;
  }
}
