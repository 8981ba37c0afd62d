package app.pitot.provider;

/** What a model can do beside answering with text. */
public enum Capability {
    /** Takes images. */
    VISION,
    /** Calls tools. */
    TOOLS,
    /** Answers as a JSON object on demand. */
    JSON,
    /** Keeps to a JSON schema on demand. */
    SCHEMA,
    /** Thinks before it answers. */
    REASONING
}
