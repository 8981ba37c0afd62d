package app.pitot.ui.requests;

import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.history.History;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where one gets to from a request.
 *
 * @param chat goes to the chat
 * @param settings goes to where the user says how long bodies are kept
 * @param conversation opens a conversation at a message
 * @param exchanges sends it again
 * @param preFlight whether it would pass, in words
 * @param models what is known of a model of an account; never null
 */
public record Links(Runnable chat, Runnable settings, Conversations conversation, History history, Exchanges exchanges,
        Function<ExchangeSpec, String> preFlight, BiFunction<Account, String, ModelInfo> models) {
    /** The way to a message. */
    @FunctionalInterface
    public interface Conversations {
        void open(String conversationId, String messageId);
    }
}
