package app.pitot.provider;

import java.util.List;
import java.util.Set;

/**
 * What a provider is known to take and to refuse in a request, as of the day and from the source of its
 * {@link ProviderFacts}. They are there to warn with: the provider decides.
 *
 * @param refused fields that it answers with an error, by their names on the wire; may be empty
 * @param ignoresUnknown true if it drops what a model cannot use without a word; null if unknown
 * @param maxStops stop texts; null if unknown
 * @param maxTools tool definitions; null if unknown
 * @param maxSchemaChars characters of a strict schema; null if unknown
 * @param maxSchemaDepth levels of a strict schema; null if unknown
 * @param streamsJson false if {@code json_object} is refused in a stream, and so by Pitot's every request
 * @param toolsWithFormat false if tools and a response format exclude each other
 * @param efforts values of {@code reasoning_effort} that some model of it takes, least first; empty if unknown
 * @param pictures never null
 */
public record RequestRules(Set<String> refused, Boolean ignoresUnknown, Integer maxStops, Integer maxTools,
        Integer maxSchemaChars, Integer maxSchemaDepth, boolean streamsJson, boolean toolsWithFormat,
        List<String> efforts, PictureRules pictures) {
    /** Nothing is known, so nothing is forbidden. */
    public static final RequestRules UNKNOWN = new RequestRules(Set.of(), null, null, null, null, null, true, true,
            List.of(), PictureRules.UNKNOWN);

    public RequestRules {
        refused = Set.copyOf(refused);
        efforts = List.copyOf(efforts);
    }
}
