package app.pitot.api;

import app.pitot.base.Clocks;
import app.pitot.keys.InvalidKeyException;
import app.pitot.keys.Secret;
import java.time.Duration;
import java.util.List;

/** One request to a {@link RawServer} and what came of it. */
final class Talk {
    static final String KEY = "csk-canary4711zyxwvu9876543210";
    static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(3), Duration.ofMillis(700), Duration.ofMillis(400));
    static final ChatRequest HELLO = new ChatRequest("m",
            List.of(new ChatMessage(ChatMessage.Role.USER, "Hello")), null, null);

    final Recorder sink = new Recorder();
    StreamEnd end;

    static Secret key() {
        try {
            return Secret.of(KEY);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    static OkHttpChatClient client() {
        return new OkHttpChatClient(Clocks.system(), Timeouts.defaults());
    }

    /** Sends {@link #HELLO} with a client of its own. */
    static Talk with(RawServer server) {
        return with(server, Timeouts.defaults());
    }

    static Talk with(RawServer server, Timeouts timeouts) {
        try (var client = new OkHttpChatClient(Clocks.system(), timeouts)) {
            return with(client, server.url(), "auto");
        }
    }

    static Talk with(ChatClient client, String url, String dialect) {
        var talk = new Talk();
        talk.end = client.newCall(url, dialect, key(), HELLO).execute(talk.sink);
        return talk;
    }

    static String content(String text) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text
                + "\"},\"finish_reason\":null}]}\n\n";
    }

    static String finish(String reason) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n";
    }
}
