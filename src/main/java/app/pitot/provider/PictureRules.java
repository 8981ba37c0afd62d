package app.pitot.provider;

import java.util.List;
import java.util.Map;

/**
 * Which pictures a provider takes from a model that sees. A limit that nobody states is null: then {@link #MOST},
 * {@link #MOST_BYTES} and {@link #MOST_TOTAL_BYTES} are for whoever must bound what the user picks, and are to be called
 * our own.
 *
 * @param maxCount in one request
 * @param countByPlan by plan id, where a plan allows another number than {@code maxCount}; may be empty
 * @param maxBytes of one file
 * @param maxTotalBytes of all files of a request together, before they are encoded
 * @param mediaTypes never empty
 */
public record PictureRules(Integer maxCount, Map<String, Integer> countByPlan, Integer maxBytes,
        Integer maxTotalBytes, List<String> mediaTypes) {
    /** Our own bound on the number in one request. */
    public static final int MOST = 20;
    /** Our own bound on one file. */
    public static final int MOST_BYTES = 20 << 20;
    /** Our own bound on all files of one request. */
    public static final int MOST_TOTAL_BYTES = 50 << 20;
    /** What every model that sees can be expected to read. */
    private static final List<String> USUAL = List.of("image/png", "image/jpeg");
    /** Nothing is known. */
    public static final PictureRules UNKNOWN = new PictureRules(null, Map.of(), null, null, USUAL);

    public PictureRules {
        countByPlan = Map.copyOf(countByPlan);
        mediaTypes = mediaTypes.isEmpty() ? USUAL : List.copyOf(mediaTypes);
    }

    /** Pictures in one request under {@code plan}, which may be null; null if it is not stated. */
    public Integer countUnder(Plan plan) {
        return plan == null ? maxCount : countByPlan.getOrDefault(plan.id(), maxCount);
    }
}
