package app.pitot.ui.chat;

import app.pitot.api.ChatRequest;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.Sending;
import app.pitot.history.History;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import app.pitot.quota.PreFlight;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;
import app.pitot.ui.offer.OffersModel;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks: what is about to be sent is written down first, then the request is made; its end is written down, and taken to
 * heart. JavaFX thread only.
 */
final class Asker {
    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);

    private final Exchanges exchanges;
    private final Clocks clocks;
    private final History history;
    private final OffersModel offers;
    private final Jobs jobs;
    private final LiveReplies lives;
    private final BooleanSupplier repeats;
    private final Ended ended;

    /** Hears of the end of a reply, which is kept by then and shown as ended where it is shown at all. */
    @FunctionalInterface
    interface Ended {
        void heard(LiveReply live, Message reply, ExchangeResult result);
    }

    /** @param repeats whether what fails in passing is sent again by itself */
    Asker(Exchanges exchanges, Clocks clocks, History history, OffersModel offers, Jobs jobs, LiveReplies lives,
            BooleanSupplier repeats, Ended ended) {
        this.exchanges = exchanges;
        this.clocks = clocks;
        this.history = history;
        this.offers = offers;
        this.jobs = jobs;
        this.lives = lives;
        this.repeats = repeats;
        this.ended = ended;
    }

    /** The request that has {@code path} answered. */
    static ExchangeSpec spec(ModelChoice choice, Setup setup, List<Message> path) {
        return new ExchangeSpec(choice.account(), choice.model(), new ChatRequest(choice.model().id(),
                Turns.of(setup.systemPrompt(), path), setup.parameters()));
    }

    /** Who gave {@code reply}; null if its account is gone, or nothing is known of it. */
    ModelChoice choiceOf(Message reply) {
        var facts = reply.facts();
        var offer = facts == null ? null : offers.offer(facts.accountId()).orElse(null);
        return offer == null ? null : choice(offer, facts.modelId());
    }

    /** The request that {@code reply} answered; null if its account is gone, or nothing is known of it. */
    ExchangeSpec specOf(OpenConversation home, Message reply) {
        var choice = choiceOf(reply);
        if (choice == null) {
            return null;
        }
        var facts = reply.facts();
        var prompt = facts.systemPrompt() == null ? "" : facts.systemPrompt();
        return spec(choice, new Setup(prompt, facts.parameters(), null, null),
                home.tree().path(reply.parentId()));
    }

    /**
     * Has the message {@code parentId} answered by {@code choice}.
     *
     * @param goOn true if the conversation goes on with this answer, false if it is one beside another
     * @param wish whether it may wait until it fits, and whether it may go over a budget
     */
    LiveReply ask(OpenConversation home, String parentId, ModelChoice choice, Setup setup, boolean goOn,
            Sending wish) {
        var spec = spec(choice, setup, home.tree().path(parentId));
        var exchangeId = UUID.randomUUID().toString();
        var reply = home.reply(parentId, exchangeId);
        if (goOn) {
            home.show(reply.id());
        }
        var live = new LiveReply(exchanges.start(spec, exchangeId, history.tap(reply.id()), how(spec, wish)), reply,
                home,
                choice.model().id(), Medians.key(choice.account().id(), choice.model().id()), clocks);
        lives.add(live);
        live.result().thenAcceptAsync(result -> end(live, result), jobs::later).whenComplete((_, defect) -> {
            if (defect != null) {
                LOG.error("the end of a reply could not be dealt with", defect);
            }
            live.done().complete(null);
        });
        return live;
    }

    /** What fits goes at once, and what can never fit too: the provider decides. */
    private Sending how(ExchangeSpec spec, Sending wish) {
        boolean waits = wish.whenFits() && exchanges.preFlight(spec).verdict() == PreFlight.Verdict.WAIT;
        return new Sending(waits, wish.overBudget(), repeats.getAsBoolean());
    }

    private void end(LiveReply live, ExchangeResult result) {
        lives.remove(live);
        var reply = live.home().end(live.reply(), result);
        live.finish(reply);
        learn(result);
        ended.heard(live, reply, result);
    }

    /** What the catalogue is to know of the model that was asked. */
    private void learn(ExchangeResult result) {
        var spec = result.spec();
        if (result.outcome() == Outcome.COMPLETE) {
            offers.measured(spec.account(), spec.model().id());
        } else if (result.error() != null && Failures.modelGone(result.error().kind())) {
            offers.gone(spec.account(), spec.model().id(), result.error().message());
        }
    }

    private static ModelChoice choice(Offer offer, String modelId) {
        return offer.find(modelId).orElseGet(() -> ModelChoice.typed(offer.account(), modelId));
    }
}
