package app.pitot.history;

import app.pitot.api.ApiError;
import app.pitot.api.ChatParameters;
import app.pitot.api.Outcome;
import app.pitot.api.ToolCall;
import app.pitot.api.Usage;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.exchange.ExchangeResult;
import app.pitot.speed.SpeedReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a reply that ended: who gave it, how it was asked for, how it ended, what it took. Enough to show under
 * the reply, next year, what was shown the moment it came.
 *
 * @param accountId the account that was asked
 * @param accountName as it was called then
 * @param provider as shown
 * @param modelId as sent
 * @param systemPrompt that it was given, or null
 * @param parameters as they were set
 * @param startedAt UTC
 * @param finishReason as the provider spelled it, or null
 * @param usage as reported, or null
 * @param speed never null; after a reading from the disk its rhythm may be missing
 * @param cost USD, or null
 * @param error null if complete or stopped
 * @param notes oddities that did not stop it
 * @param details never null
 */
public record ReplyFacts(String accountId, String accountName, String provider, String modelId, String systemPrompt,
        ChatParameters parameters, Instant startedAt, Outcome outcome, String finishReason, Usage usage,
        SpeedReading speed, BigDecimal cost, ApiError error, List<String> notes, ExchangeDetails details) {
    public ReplyFacts {
        notes = List.copyOf(notes);
    }

    /** Of an exchange that just ended. */
    public static ReplyFacts of(ExchangeResult result) {
        var spec = result.spec();
        var first = spec.request().messages().getFirst();
        boolean system = first.role() == app.pitot.api.ChatMessage.Role.SYSTEM;
        return new ReplyFacts(spec.account().id(), spec.account().name(), spec.account().provider().name(),
                spec.model().id(), system ? first.text() : null, spec.request().parameters(), result.startedAt(),
                result.outcome(), result.finishReason(), result.usage(), result.speed(), result.cost(), result.error(),
                result.notes(), result.details());
    }

    /** What the model wants called. */
    public List<ToolCall> toolCalls() {
        return details.toolCalls();
    }
}
