package ruff.value;

/** An enum value; the payload is never changed after construction. */
public record TaggedValue(String enumName, String variant, Object[] payload) {}
