package app.pitot.provider;

/**
 * A service with a base URL and a header dialect.
 *
 * @param id stable: {@code cerebras}, {@code groq}, {@code openrouter}, {@code tokenmix}, {@code simulator},
 *     {@code custom} and the presets of local servers
 * @param name as shown
 * @param baseUrl ends before {@code /chat/completions}; null for custom and for the simulator, whose port is free
 * @param dialect the name of a header dialect of the {@code api} package, lower case; {@code auto} to recognise it
 * @param requests what it takes in a request, as far as is known
 */
public record Provider(String id, String name, String baseUrl, String dialect, WireRules wire, ProviderFacts facts,
        RequestRules requests) {
    /** A provider of which it is not known what it takes. */
    public Provider(String id, String name, String baseUrl, String dialect, WireRules wire, ProviderFacts facts) {
        this(id, name, baseUrl, dialect, wire, facts, RequestRules.UNKNOWN);
    }

    /** A provider of which no more is known. */
    public Provider(String id, String name, String baseUrl, String dialect) {
        this(id, name, baseUrl, dialect, WireRules.PLAIN, ProviderFacts.NONE);
    }

    /** True for the built-in simulator, which says so wherever it is named. */
    public boolean simulated() {
        return Catalogue.SIMULATOR.equals(id);
    }
}
