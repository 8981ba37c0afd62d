package app.pitot.exchange;

import app.pitot.api.SeenHeaders;
import app.pitot.api.ServerTiming;
import app.pitot.api.Served;
import app.pitot.api.TokenChance;
import app.pitot.api.ToolCall;
import app.pitot.base.Provenance;
import app.pitot.speed.SpeedCurve;
import java.util.List;

/**
 * What else is known of an exchange, for whoever looks closer.
 *
 * @param costSource REPORTED if the provider named the cost, ESTIMATED if it is usage times listed prices; null without a
 *     cost
 * @param served never null
 * @param headers of the last response, never null
 * @param timing by the provider's clock, or null
 * @param toolCalls what the model wants called, in order; never null
 * @param chances of the answer's tokens, in order; empty unless asked for and given
 * @param curve how the text came; {@link SpeedCurve#NONE} where that is not kept
 * @param protocol such as {@code h2}; null if unknown
 */
public record ExchangeDetails(Provenance costSource, Served served, SeenHeaders headers, ServerTiming timing,
        List<ToolCall> toolCalls, List<TokenChance> chances, SpeedCurve curve, String protocol) {
    /** Nothing is known. */
    public static final ExchangeDetails NONE = new ExchangeDetails(null, Served.NONE, SeenHeaders.NONE, null);

    public ExchangeDetails {
        toolCalls = List.copyOf(toolCalls);
        chances = List.copyOf(chances);
    }

    /** Without a curve and a protocol. */
    public ExchangeDetails(Provenance costSource, Served served, SeenHeaders headers, ServerTiming timing,
            List<ToolCall> toolCalls, List<TokenChance> chances) {
        this(costSource, served, headers, timing, toolCalls, chances, SpeedCurve.NONE, null);
    }

    /** Without tool calls and token probabilities. */
    public ExchangeDetails(Provenance costSource, Served served, SeenHeaders headers, ServerTiming timing) {
        this(costSource, served, headers, timing, List.of(), List.of());
    }
}
