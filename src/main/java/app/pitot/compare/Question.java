package app.pitot.compare;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatRequest;
import app.pitot.exchange.ExchangeSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/** What is asked in a lane. */
final class Question {
    private Question() {}

    /** @param nonce for the very start of the first message; empty for none */
    static ExchangeSpec of(Lane lane, ComparisonSetup setup, String nonce) {
        var messages = new ArrayList<ChatMessage>();
        var before = nonce;
        if (!setup.systemPrompt().isBlank()) {
            messages.add(new ChatMessage(Role.SYSTEM, before + setup.systemPrompt()));
            before = "";
        }
        messages.add(new ChatMessage(Role.USER, before + setup.prompt()));
        return new ExchangeSpec(lane.account(), lane.model(),
                new ChatRequest(lane.model().id(), messages, lane.parameters()));
    }

    /** The same as large as it will be. */
    static ExchangeSpec sample(Lane lane, ComparisonSetup setup) {
        return of(lane, setup, setup.nonce() ? Nonces.sample() : "");
    }

    /** SHA-256 of both prompts, hexadecimal. */
    static String hash(ComparisonSetup setup) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(setup.systemPrompt().getBytes(StandardCharsets.UTF_8));
            // Or the same text cut in another place would be the same.
            digest.update((byte) 0);
            digest.update(setup.prompt().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
