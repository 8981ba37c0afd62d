package app.pitot.quota;

/** One header line as it came, of those that tell of limits: never one with a secret. */
public record RawHeader(String name, String value) {}
