package app.pitot.transfer;

import app.pitot.api.ApiError;
import app.pitot.api.ChatImage;
import app.pitot.api.ChatParameters;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ToolCall;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.api.SeenHeaders;
import app.pitot.api.Served;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Setup;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Conversations of every sort, the same for the same seed. */
final class Samples {
    private static final String[] PIECES = {"plain ", "\uD83D\uDE80", "\u202Ebidi\u202C ", "\u0000", "\u001B[31m", "\n",
        "```", "`", "<!-- ", "# heading\n", "> quote\n", "\u2028", "日本語 ", "e\u0301", "\"\\/", "\uFEFF", "\r\n"};
    private final Random random;
    private final boolean halves;

    /** @param halves with lone surrogates, which no database keeps */
    Samples(long seed, boolean halves) {
        this.random = new Random(seed);
        this.halves = halves;
    }

    void fill(History history, int conversations) {
        for (int i = 0; i < conversations; i++) {
            var id = id();
            var messages = messages(id, random.nextInt(12));
            var at = time();
            history.save(new Conversation(id, text(3), random.nextBoolean(), random.nextInt(5) == 0, at,
                    at.plusSeconds(random.nextInt(100_000)), messages.isEmpty() ? null : messages.getLast().id(),
                    text(2), random.nextBoolean() ? Setup.NONE : new Setup(text(2), parameters(), "acc", "model")));
            messages.forEach(history::add);
        }
    }

    List<Message> messages(String conversation, int count) {
        var all = new ArrayList<Message>();
        for (int i = 0; i < count; i++) {
            var parent = all.isEmpty() || random.nextInt(8) == 0
                    ? null
                    : all.get(random.nextInt(all.size())).id();
            all.add(switch (random.nextInt(4)) {
                case 0 -> Message.question(id(), conversation, parent, time(), text(6),
                        random.nextBoolean() ? List.of() : List.of(picture()));
                case 1 -> Message.toolResult(id(), conversation, parent, time(), "call_1", text(4));
                default -> reply(conversation, parent);
            });
        }
        return all;
    }

    private Message reply(String conversation, String parent) {
        var facts = random.nextInt(5) == 0 ? null : facts();
        var outcome = facts == null ? Message.State.TRUNCATED : Message.State.of(facts.outcome());
        return new Message(id(), conversation, parent, Message.Kind.REPLY, time(), text(9), text(4), List.of(),
                facts == null ? List.of() : facts.toolCalls(), null, id(), outcome, facts, random.nextInt(9) == 0);
    }

    private ReplyFacts facts() {
        var outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        var error = outcome == Outcome.REFUSED
                ? new ApiError(ErrorKind.RATE_LIMIT, 429, "too_many", "slow down", 1.5, null, true,
                        new ApiError.Excess("TPM", 60_000, 70_000))
                : null;
        return new ReplyFacts("acc", "Cerebras 2", "Cerebras", "gpt-oss-120b", random.nextBoolean() ? null : text(1),
                parameters(), time(), outcome, "stop", new Usage(78, 1204, null, 0, 412),
                new SpeedReading(12.25, true, 142.5, null, 580.0, random.nextDouble() * 3000, 2000.125, null, null,
                        1204,
                        412, 4816, TokenBasis.USAGE, false, 0.25, 0, false, 97,
                        new Rhythm(3, 1.5, null, 4.5, 12.0, new int[]{1, 2, 3}, 8.5),
                        Set.of(SpeedFlag.SMALL_SAMPLE, SpeedFlag.PROMPT_CACHED)),
                new BigDecimal("0.00090"), error, List.of("odd"),
                new ExchangeDetails(Provenance.ESTIMATED, Served.NONE, SeenHeaders.NONE, null,
                        random.nextBoolean() ? List.of() : List.of(new ToolCall("call_1", "weather", "{\"a\":1}")),
                        List.of()));
    }

    private ChatParameters parameters() {
        return new ChatParameters(0.7, random.nextBoolean() ? null : 0.95, 1024, 42L, List.of("END", "\n"), "low", null,
                3, "[{\"type\":\"function\"}]", "auto", "{\"x\":1}");
    }

    private Picture picture() {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return new Picture(new ChatImage("image/png", bytes), text(1), 800, 600);
    }

    private Instant time() {
        return Instant.ofEpochSecond(1_760_000_000L + random.nextInt(10_000_000), random.nextInt(1_000_000) * 1_000L);
    }

    String text(int pieces) {
        var text = new StringBuilder();
        for (int i = random.nextInt(pieces + 1); i > 0; i--) {
            text.append(halves && random.nextInt(6) == 0 ? "\uD800" : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
