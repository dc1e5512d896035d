package ruff.bytecode;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/**
 * What an instruction needs to know beyond its fields. The classes {@link Call}, {@link Method} and
 * {@link Field} also hold what the interpreter has seen there: caches for itself, a profile for the
 * compiler of hot code. They are written without locks; every state of theirs is valid.
 */
public sealed interface Site {
  /** How many different targets or shapes a site tells apart before it counts as megamorphic. */
  int MAX_SEEN = 4;

  /**
   * A shape and the slot of a field in it; one object, so that parallel readers see a true pair.
   */
  record Slot(Object shape, int index) {}

  /** A shape and the method that a name means for it. */
  record Found(Object shape, Object method) {}

  /** A call of a value. */
  final class Call implements Site {
    public final int argumentCount;

    /**
     * Bit i: argument i is also held elsewhere, so it must be marked before the callee may write
     * it.
     */
    public final long lent;

    /** Bit i: argument i can be changed by other code of the program while the callee runs. */
    public final long exposed;

    /** Targets that are told apart. */
    private static final int MOST_TARGETS = 3;

    /** The prototype of the last plain function of a program that was called, or null. */
    public Object last;

    /** The prototypes of those that were called, the first few; not to be changed. */
    public Object[] seen = new Object[0];

    /** Whether there were more targets, or one that is no plain function of a program. */
    public boolean megamorphic;

    public Call(int argumentCount, long lent, long exposed) {
      this.argumentCount = argumentCount;
      this.lent = lent;
      this.exposed = exposed;
    }

    /** Whether there was a call at all. */
    public boolean isVisited() {
      return last != null || megamorphic;
    }

    /** Notes the prototype of a callee that is not the one before. */
    public void note(Object code) {
      last = code;
      Object[] known = seen;
      for (Object each : known) {
        if (each == code) {
          return;
        }
      }
      if (known.length == MOST_TARGETS) {
        megamorphic = true;
        return;
      }
      Object[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = code;
      // Isolates that run in parallel share the site: none may see the array before its contents.
      VarHandle.releaseFence();
      seen = more;
    }
  }

  /** A call of a native that no name of the program can hide. */
  final class NativeCall implements Site {
    public final int argumentCount;
    public final long lent;

    /** The native function, a value of the machine that runs this. */
    public final Object function;

    public NativeCall(int argumentCount, long lent, Object function) {
      this.argumentCount = argumentCount;
      this.lent = lent;
      this.function = function;
    }
  }

  /** A method call; the receiver is argument 0 of {@code lent} and {@code exposed}. */
  final class Method implements Site {
    public final String name;
    public final int argumentCount;
    public final long lent;
    public final long exposed;

    /** The methods found so far, one per shape; replaced as a whole. */
    public Found[] found = {};

    public boolean megamorphic;

    public Method(String name, int argumentCount, long lent, long exposed) {
      this.name = name;
      this.argumentCount = argumentCount;
      this.lent = lent;
      this.exposed = exposed;
    }
  }

  /** A field access. */
  final class Field implements Site {
    public final String name;

    /** Where the field was the last time, or null. */
    public Slot seen;

    /** Whether more than one shape was seen. */
    public boolean polymorphic;

    public Field(String name) {
      this.name = name;
    }
  }

  /** A struct literal: the fields in the order written. */
  final class StructLiteral implements Site {
    public final String name;
    public final List<String> fields;

    /** The shape that the fields led to the last time, or null. */
    public Object shape;

    public StructLiteral(String name, List<String> fields) {
      this.name = name;
      this.fields = List.copyOf(fields);
    }
  }

  /** A struct declaration: plain names of methods, then of fields with a default. */
  record StructDeclaration(String name, List<String> methods, List<String> defaults)
      implements Site {}

  /** An enum value. */
  record Tagged(String enumName, String variant, int payload) implements Site {}

  /** A tag pattern with its number of bindings; the enum's name is null in the short form. */
  record Case(String enumName, String variant, int bindings) implements Site {}

  /** A name: of an entry, an export. */
  record Name(String name) implements Site {}

  /** Several names. */
  record Names(List<String> names) implements Site {}
}
