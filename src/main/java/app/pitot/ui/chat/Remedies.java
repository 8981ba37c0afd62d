package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Sending;
import app.pitot.history.Message;
import app.pitot.provider.Account;
import app.pitot.quota.PreFlight;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Notice.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The buttons under a reply that did not end well: only what can help.
 *
 * @param again asks for a reply once more, at once or over the user's own budget
 * @param goOn asks a reply to go on
 * @param chooseModel opens the model picker
 * @param newChat begins a new conversation
 * @param lower sets max tokens
 * @param other asks for a reply of another model
 * @param edit puts the question of a reply into the composer
 * @param keys what helps where a key is the trouble
 */
record Remedies(BiConsumer<Message, Sending> again, Consumer<Message> goOn, Runnable chooseModel, Runnable newChat,
        Consumer<Integer> lower, Other other, Consumer<Message> edit, Supplier<KeyWays> keys) {
    /** Asks for {@code reply} once more, of {@code modelId} at {@code account}. */
    @FunctionalInterface
    interface Other {
        void ask(Account account, Message reply, String modelId);
    }

    /**
     * @param spec how the reply was asked for; null if its account is gone
     * @param check what the pre-flight says of the same request now; null without a spec
     * @param successor the model to ask instead of one that is gone; null if none is known
     */
    List<Action> of(Message reply, ExchangeSpec spec, PreFlight check, String successor) {
        var actions = new ArrayList<Action>();
        var error = reply.facts() == null ? null : reply.facts().error();
        var account = spec == null ? null : spec.account();
        if (successor != null && account != null) {
            actions.add(new Action(Texts.get("reply.use", successor), () -> other.ask(account, reply, successor)));
        }
        if (error != null && error.kind() == ErrorKind.OVER_BUDGET) {
            actions.add(new Action(Texts.get("composer.anyway"), () -> again.accept(reply, Sending.OVER_BUDGET)));
        }
        if (error != null && account != null) {
            keyTrouble(reply, error.kind(), account, actions);
        }
        boolean tooLarge = error != null && error.kind() == ErrorKind.TOO_LARGE;
        if ((reply.state() == Message.State.REFUSED || tooLarge) && spec != null
                && check.verdict() != PreFlight.Verdict.WAIT) {
            lower(spec, check, actions);
        }
        if (Failures.unfinished(reply)) {
            actions.add(new Action(Texts.get("reply.continue"), () -> goOn.accept(reply)));
        }
        if (Failures.contextFull(reply)) {
            actions.add(new Action(Texts.get("reply.new"), newChat));
        } else if (error == null || repeatHelps(error.kind())) {
            actions.add(new Action(Texts.get("reply.again"), () -> again.accept(reply, Sending.WHEN_FITS)));
        }
        if (Failures.unsent(reply)) {
            actions.add(new Action(Texts.get("reply.edit"), () -> edit.accept(reply)));
        }
        if (error != null && modelIsWrong(error.kind())) {
            actions.add(new Action(Texts.get("reply.model"), chooseModel));
        }
        if (error != null && account != null && perhapsTheAddress(error.kind())) {
            settings(account, actions);
        }
        return actions;
    }

    private void lower(ExchangeSpec spec, PreFlight check, List<Action> actions) {
        var cap = PreFlightLine.of(check, spec.request().maxTokens() != null).lowerTo();
        if (cap != null) {
            actions.add(new Action(Texts.get("reply.lower", Format.count(cap)), () -> lower.accept(cap.intValue())));
        }
    }

    private void keyTrouble(Message reply, ErrorKind kind, Account account, List<Action> actions) {
        if (kind == ErrorKind.KEYCHAIN) {
            actions.add(new Action(Texts.get("reply.unlock"), () -> {
                keys.get().unlock().run();
                again.accept(reply, Sending.WHEN_FITS);
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

    private static boolean repeatHelps(ErrorKind kind) {
        return switch (kind) {
            case BAD_URL, BAD_KEY, BAD_SETTING, BAD_PARAMETER, KEYCHAIN, UNAUTHORIZED, FORBIDDEN, MODEL_NOT_FOUND,
                    MODEL_RETIRED, NOT_FOUND, REDIRECT, NO_QUOTA, CONTENT_REFUSED ->
                false;
            default -> true;
        };
    }

    private static boolean modelIsWrong(ErrorKind kind) {
        return switch (kind) {
            case MODEL_NOT_FOUND, MODEL_RETIRED, CONTEXT_LENGTH, PAYMENT_REQUIRED, CREDITS, FORBIDDEN, CONTENT_REFUSED,
                    NO_QUOTA ->
                true;
            default -> false;
        };
    }
}
