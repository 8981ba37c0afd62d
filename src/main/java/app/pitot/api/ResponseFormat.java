package app.pitot.api;

/**
 * The form that an answer must have.
 *
 * @param kind never null
 * @param name of the schema, as the endpoint wants one; null unless {@code SCHEMA}
 * @param schema JSON text of a JSON schema; null unless {@code SCHEMA}
 */
public record ResponseFormat(Kind kind, String name, String schema) {
    public enum Kind {
        TEXT, JSON, SCHEMA
    }
}
