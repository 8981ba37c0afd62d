package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.ErrorKind;
import app.pitot.api.LimitReading;
import app.pitot.api.Outcome;
import app.pitot.api.SeenHeaders;
import app.pitot.api.ServerTiming;
import app.pitot.api.Served;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.history.ReplyFacts;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Allowance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.speed.SpeedReading;
import app.pitot.ui.transcript.Details;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Details button shows, word for word. */
class ReplyDetailsTest {
    private static ReplyFacts facts(Usage usage, BigDecimal cost, ApiError error, ExchangeDetails details) {
        var provider = Catalogue.shipped().provider("openrouter");
        var account = new Account("a", provider, provider.baseUrl(), null, KeySource.none(), "");
        var request = new ChatRequest("a/b", List.of(new ChatMessage(ChatMessage.Role.USER, "hi")), null, null);
        return ReplyFacts.of(new ExchangeResult("id", new ExchangeSpec(account, ModelInfo.ofId("a/b"), request),
                Instant.EPOCH,
                error == null ? Outcome.COMPLETE : Outcome.REFUSED, error == null ? "stop" : null, "text", "", usage,
                SpeedReading.NONE, cost, error, null, null, List.of(), details));
    }

    private static SeenHeaders headers() {
        return new SeenHeaders("auto", List.of(
                new LimitReading(Metric.TOKENS, Period.MINUTE, 60_000L, 59_995L, 11.38),
                new LimitReading(Metric.REQUESTS, null, 5L, null, null),
                new LimitReading(null, Period.MINUTE, 7_000L, 10L, null, Allowance.LIMITED, "input-tokens"),
                new LimitReading(Metric.TOKENS, Period.DAY, null, null, null, Allowance.UNLIMITED, null),
                new LimitReading(Metric.REQUESTS, Period.MINUTE, 0L, 0L, null, Allowance.BLOCKED, null),
                new LimitReading(Metric.REQUESTS, Period.DAY, null, null, 5.0)),
                List.of(new SeenHeaders.Header("date", "now", true),
                        new SeenHeaders.Header("x-quota-odd", "7/9", false)),
                true, "gen-1");
    }

    @Test
    void everythingThatIsKnownIsThere() {
        var details = ReplyDetails.of(facts(new Usage(69, 35, 104, 3, 6), new BigDecimal("0.00014"), null,
                new ExchangeDetails(Provenance.REPORTED, new Served("Groq", "eos", new BigDecimal("0.00014")),
                        headers(), new ServerTiming(0.003, 0.0022, 0.0189, 0.0275))));
        assertThat(details.title()).isEqualTo("Details of the request to a/b");
        assertThat(details.text()).isEqualTo("""
                Request
                Provider: OpenRouter
                Served by: Groq
                Request id: gen-1
                Finish reason: stop
                Finish reason, in that provider's words: eos

                Tokens and cost
                Prompt tokens: 69
                Of these, from the cache: 3
                Completion tokens: 35
                Of these, reasoning: 6
                Total tokens: 104
                Cost: $0.00014, as the provider reported it

                By the provider's clock
                In the queue: 3.0 ms
                Reading the prompt: 2.2 ms
                Writing the reply: 19 ms
                Altogether: 28 ms

                Limits, read as auto
                Tokens / min: 59,995 of 60,000 left, reset in 11.4 s
                A window of requests, period not named: – of 5 left
                input-tokens: 10 of 7,000 left
                Tokens / day: no limit
                Requests / min: no quota in this plan
                Requests / day: –, reset in 5.00 s

                Headers not understood, shown as they came
                x-quota-odd: 7/9

                Other headers
                date: now
                …: There were more.""");
    }

    @Test
    void whatIsNotKnownIsNotThere() {
        var bare = ReplyDetails.of(facts(null, null, null, ExchangeDetails.NONE));
        assertThat(bare.text()).isEqualTo("Request\nProvider: OpenRouter\nFinish reason: stop");
    }

    @Test
    void anEstimatedCostSaysSo() {
        var details = ReplyDetails.of(facts(new Usage(1, 2, 3, null, null), new BigDecimal("0.5"), null,
                new ExchangeDetails(Provenance.ESTIMATED, Served.NONE, SeenHeaders.NONE, null)));
        assertThat(details.text()).contains("reported tokens times listed prices").doesNotContain("cache");
    }

    @Test
    void aRefusalHasDetailsToo() {
        var details = ReplyDetails.of(facts(null, null,
                new ApiError(ErrorKind.RATE_LIMIT, 429, "rate\u202Elimit", "no", null, null),
                new ExchangeDetails(null, Served.NONE, headers(), null)));
        assertThat(details.text()).contains("HTTP status: 429", "Error code: rate\uFFFDlimit", "x-quota-odd: 7/9");
        assertThat(details.sections()).extracting(Details.Section::heading).doesNotContain("Tokens and cost");
    }
}
