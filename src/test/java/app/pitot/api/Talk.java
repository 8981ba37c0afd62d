package app.pitot.api;

import app.pitot.base.Clocks;
import app.pitot.keys.KeyException;
import app.pitot.keys.Secret;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.provider.WireRules;
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
        } catch (KeyException e) {
            throw new AssertionError(e);
        }
    }

    static OkHttpChatClient client() {
        return new OkHttpChatClient(Clocks.system(), Timeouts.defaults());
    }

    /** By the rules of the provider that speaks {@code dialect}. */
    static Target target(String url, String dialect, Secret key) {
        var rules = Catalogue.shipped().providers().stream().filter(each -> each.id().equals(dialect)).findFirst()
                .map(Provider::wire).orElse(WireRules.PLAIN);
        return Target.of(url, dialect, rules, key);
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
        talk.end = client.newCall(target(url, dialect, key()), HELLO).execute(talk.sink);
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
