package app.pitot.api;

import app.pitot.provider.Connection;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks for model servers on this machine, and only when it is asked to. */
public final class LocalServers {
    /** For each step: a server on this machine answers at once or is not there. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /**
     * A server that answered.
     *
     * @param models may be empty
     */
    public record Found(Provider provider, String baseUrl, List<ModelInfo> models) {
        public Found {
            models = List.copyOf(models);
        }
    }

    private LocalServers() {}

    /**
     * Asks the default address of each local provider among {@code providers} for its models, all at once, and returns those that
     * answered with a list, in the given order. No key is sent. Blocks for about a second at most; never on the JavaFX thread.
     */
    public static List<Found> look(ChatClient client, List<Provider> providers) {
        Executor each = task -> Thread.ofVirtual().name("pitot-local").start(task);
        var asked = new ArrayList<CompletableFuture<Found>>();
        for (var provider : providers) {
            if (provider.facts().local() && provider.baseUrl() != null) {
                asked.add(CompletableFuture.supplyAsync(() -> ask(client, provider), each)
                        .completeOnTimeout(null, 2 * LIMIT.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS));
            }
        }
        return asked.stream().map(CompletableFuture::join).filter(java.util.Objects::nonNull).toList();
    }

    /** Null if nothing answers there, or something else does. */
    private static Found ask(ChatClient client, Provider provider) {
        var target = new Target(provider.baseUrl(), provider.dialect(), provider.wire(), null, List.of(), null, null,
                null, new Connection.Waits(LIMIT, LIMIT, LIMIT));
        try {
            return new Found(provider, provider.baseUrl(), client.models(target));
        } catch (ApiException notThere) {
            return null;
        }
    }
}
