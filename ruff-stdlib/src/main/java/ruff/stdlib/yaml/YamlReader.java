package ruff.stdlib.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import ruff.natives.CancelSignal;
import ruff.stdlib.json.JsonWriter;
import ruff.value.ArrayValue;
import ruff.value.Container;
import ruff.value.DictValue;
import ruff.value.Nesting;
import ruff.value.NullValue;
import ruff.value.RuffError;

/**
 * Makes a value from the events of one YAML document.
 *
 * <p>Aliases share the value of their anchor; what they would repeat is counted, so that a small
 * text cannot stand for a huge value.
 */
final class YamlReader {
  /** Collections inside each other. */
  static final int MAX_DEPTH = 128;

  private static final int MAX_REPEATED = 1_000_000;

  /** Characters of a key that is a collection. */
  private static final int MAX_KEY = 1 << 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(Integer.MAX_VALUE)
          .setVersionFunction(version -> version)
          .build();

  /**
   * What an alias stands for.
   *
   * @param key the same as a key
   * @param nodes how many values it consists of
   * @param characters how long the texts in it are together
   */
  private record Anchored(Object value, String key, long nodes, long characters) {}

  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int depth;
  private long nodes;
  private long characters;
  private long repeated;

  /** The text of the scalar that was read last, or of the anchored one behind an alias. */
  private String written;

  private YamlReader(String text) {
    events = new Parse(SETTINGS).parseString(text).iterator();
  }

  static Object read(String text) throws InvalidYaml {
    try {
      return new YamlReader(text).document();
    } catch (YamlEngineException problem) {
      throw InvalidYaml.of(problem);
    }
  }

  private Object document() throws InvalidYaml {
    events.next(); // the start of the stream
    if (events.next() instanceof StreamEndEvent) {
      return NullValue.NULL;
    }
    Object value = value(events.next());
    events.next(); // the end of the document
    if (events.next() instanceof DocumentStartEvent) {
      throw new InvalidYaml(
          "deserializing from YAML containing more than one document is not supported");
    }
    return value;
  }

  private Object value(Event event) throws InvalidYaml {
    CancelSignal.check();
    if (event instanceof AliasEvent alias) {
      return repeated(alias);
    }
    long nodesBefore = nodes++;
    long charactersBefore = characters;
    Object value;
    if (event instanceof ScalarEvent scalar) {
      value = scalar(scalar);
    } else {
      enter(event);
      value = event instanceof MappingStartEvent ? mapping() : sequence();
      written = null;
      depth--;
    }
    Anchor anchor = ((NodeEvent) event).getAnchor().orElse(null);
    if (anchor != null) {
      Container.share(value);
      anchors.put(
          anchor, new Anchored(value, written, nodes - nodesBefore, characters - charactersBefore));
    }
    return value;
  }

  private void enter(Event event) throws InvalidYaml {
    depth++;
    if (depth > MAX_DEPTH) {
      throw InvalidYaml.at("recursion limit exceeded", event);
    }
  }

  private Object repeated(AliasEvent alias) throws InvalidYaml {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw InvalidYaml.at("unknown anchor", alias);
    }
    nodes += anchored.nodes;
    characters += anchored.characters;
    repeated += anchored.nodes;
    if (repeated > MAX_REPEATED) {
      throw InvalidYaml.at("repetition limit exceeded", alias);
    }
    written = anchored.key;
    return anchored.value;
  }

  private Object scalar(ScalarEvent scalar) throws InvalidYaml {
    String text = scalar.getValue();
    written = text;
    characters += text.length();
    String tag = scalar.getTag().orElse("");
    if (YamlTag.isKnown(tag)) {
      return YamlTag.apply(tag, scalar);
    }
    return scalar.isPlain() ? YamlScalar.of(text) : text;
  }

  private ArrayValue sequence() throws InvalidYaml {
    List<Object> items = new ArrayList<>();
    for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      items.add(value(next));
    }
    return ArrayValue.of(items.toArray());
  }

  private DictValue mapping() throws InvalidYaml {
    DictValue dict = new DictValue();
    for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      String key = key(next);
      if (dict.contains(key)) {
        throw new InvalidYaml("duplicate entry with key " + JsonWriter.compact(key));
      }
      Object value = value(events.next());
      dict.put(key, value);
      dict.nesting = Math.max(dict.nesting, 1 + Nesting.of(value));
    }
    return dict;
  }

  /** A key as it was written; a collection as JSON. */
  private String key(Event event) throws InvalidYaml {
    long before = characters;
    Object value = value(event);
    if (written != null) {
      return written;
    }
    if (characters - before > MAX_KEY) {
      throw InvalidYaml.at("key too long", event);
    }
    try {
      return JsonWriter.compact(value);
    } catch (RuffError unconvertible) {
      throw InvalidYaml.at(unconvertible.getMessage(), event);
    }
  }
}
