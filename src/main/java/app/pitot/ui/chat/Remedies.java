package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.provider.Account;
import app.pitot.quota.PreFlight;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Notice.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The buttons under a reply that did not end well: only what can help.
 *
 * @param again asks a question once more
 * @param chooseModel opens the model picker
 * @param newChat begins a new conversation
 * @param lower sets max tokens
 * @param other asks a question of another model
 * @param keys what helps where a key is the trouble
 */
record Remedies(Consumer<String> again, Runnable chooseModel, Runnable newChat, Consumer<Integer> lower,
        Other other, Supplier<KeyWays> keys) {
    /** Asks {@code question} of {@code modelId}, at the account that {@code spec} asked. */
    @FunctionalInterface
    interface Other {
        void ask(ExchangeSpec spec, String question, String modelId);
    }

    /**
     * @param check what the pre-flight says of the same request now
     * @param successor the model to ask instead of one that is gone; null if none is known
     */
    List<Action> of(ExchangeResult result, String question, PreFlight check, String successor) {
        var actions = new ArrayList<Action>();
        if (successor != null) {
            actions.add(new Action(Texts.get("reply.use", successor),
                    () -> other.ask(result.spec(), question, successor)));
        }
        if (result.error() != null) {
            keyTrouble(result, question, actions);
        }
        var cap = PreFlightLine.of(check, result.spec().request().maxTokens() != null).lowerTo();
        if (result.outcome() == Outcome.REFUSED && cap != null && check.verdict() != PreFlight.Verdict.WAIT) {
            actions.add(new Action(Texts.get("reply.lower", Format.count(cap)), () -> lower.accept(cap.intValue())));
        }
        if (Failures.contextFull(result)) {
            actions.add(new Action(Texts.get("reply.new"), newChat));
        } else if (repeatHelps(result)) {
            actions.add(new Action(Texts.get("reply.again"), () -> again.accept(question)));
        }
        if (result.error() != null && modelIsWrong(result)) {
            actions.add(new Action(Texts.get("reply.model"), chooseModel));
        }
        if (result.error() != null && perhapsTheAddress(result.error().kind())) {
            settings(result.spec().account(), actions);
        }
        return actions;
    }

    private void keyTrouble(ExchangeResult result, String question, List<Action> actions) {
        var ways = keys.get();
        var account = result.spec().account();
        var kind = result.error().kind();
        if (kind == ErrorKind.KEYCHAIN) {
            actions.add(new Action(Texts.get("reply.unlock"), () -> {
                ways.unlock().run();
                again.accept(question);
            }));
        }
        boolean key = switch (kind) {
            case KEYCHAIN, BAD_KEY, UNAUTHORIZED, BAD_URL, BAD_SETTING, PROXY_AUTH -> true;
            default -> false;
        };
        if (key) {
            settings(account, actions);
        }
    }

    /** What stands in the account may be at fault, or the network as well. */
    private static boolean perhapsTheAddress(ErrorKind kind) {
        return switch (kind) {
            case UNKNOWN_HOST, CONNECTION_REFUSED, TLS, REDIRECT, NOT_FOUND, NOT_AN_API, PROXY -> true;
            default -> false;
        };
    }

    private void settings(Account account, List<Action> actions) {
        var ways = keys.get();
        if (ways.own().test(account)) {
            actions.add(new Action(Texts.get("reply.settings"), () -> ways.edit().accept(account)));
        }
    }

    private static boolean repeatHelps(ExchangeResult result) {
        if (result.error() == null) {
            return true;
        }
        return switch (result.error().kind()) {
            case BAD_URL, BAD_KEY, BAD_SETTING, BAD_PARAMETER, KEYCHAIN, UNAUTHORIZED, FORBIDDEN, MODEL_NOT_FOUND,
                    MODEL_RETIRED, NOT_FOUND, REDIRECT, NO_QUOTA, CONTENT_REFUSED ->
                false;
            default -> true;
        };
    }

    private static boolean modelIsWrong(ExchangeResult result) {
        return switch (result.error().kind()) {
            case MODEL_NOT_FOUND, MODEL_RETIRED, CONTEXT_LENGTH, PAYMENT_REQUIRED, CREDITS, FORBIDDEN, CONTENT_REFUSED,
                    NO_QUOTA ->
                true;
            default -> false;
        };
    }
}
