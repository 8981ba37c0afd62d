package app.pitot.exchange;

import app.pitot.quota.PromptSample;
import java.util.List;

/**
 * What replies of one model taught, as far as the ledger does not know it: sizes, no texts.
 *
 * @param bytesPerToken of output; above 0
 * @param prompts oldest first
 */
public record Lesson(double bytesPerToken, List<PromptSample> prompts) {
    public Lesson {
        prompts = List.copyOf(prompts);
    }
}
