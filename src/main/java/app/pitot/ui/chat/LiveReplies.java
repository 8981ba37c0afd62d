package app.pitot.ui.chat;

import app.pitot.history.Message;
import app.pitot.ui.instruments.InstrumentsModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The replies that stream now, in whichever conversation. JavaFX thread only. */
final class LiveReplies {
    private final Map<String, LiveReply> byMessage = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Set<String>> homes = new ReadOnlyObjectWrapper<>(Set.of());

    void add(LiveReply reply) {
        byMessage.put(reply.reply().id(), reply);
        count();
    }

    void remove(LiveReply reply) {
        byMessage.remove(reply.reply().id());
        count();
    }

    /** Ids of the conversations in which something streams. */
    ReadOnlyObjectProperty<Set<String>> homes() {
        return homes.getReadOnlyProperty();
    }

    private void count() {
        homes.set(byMessage.values().stream().map(reply -> reply.home().id()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Null unless {@code message} streams. */
    LiveReply of(Message message) {
        return byMessage.get(message.id());
    }

    List<LiveReply> in(OpenConversation home) {
        return byMessage.values().stream().filter(reply -> reply.home() == home).toList();
    }

    /** The conversation {@code id}, if something streams in it. */
    Optional<OpenConversation> home(String id) {
        return byMessage.values().stream().map(LiveReply::home).filter(home -> home.id().equals(id)).findFirst();
    }

    /** The first that is shown; null if none is. */
    LiveReply shown() {
        return byMessage.values().stream().filter(reply -> reply.rows() != null).findFirst().orElse(null);
    }

    void hideAll() {
        byMessage.values().forEach(LiveReply::hide);
    }

    /** Moves what came into what is shown; true while anything is that does not just wait. */
    boolean pulse(InstrumentsModel instruments) {
        boolean any = false;
        for (var reply : byMessage.values()) {
            if (reply.rows() != null) {
                reply.pulse(instruments);
                any |= !reply.queued();
            }
        }
        return any;
    }

    /** True if one is under way, and does not just wait to be sent. */
    boolean anySent() {
        return byMessage.values().stream().anyMatch(reply -> !reply.queued());
    }

    /** True if one that is shown waits to be sent. */
    boolean anyQueued() {
        return byMessage.values().stream().anyMatch(reply -> reply.rows() != null && reply.queued());
    }

    /** True if one of {@code home} waits to be sent. */
    boolean queued(OpenConversation home) {
        return in(home).stream().anyMatch(LiveReply::queued);
    }

    void stop(OpenConversation home) {
        in(home).forEach(LiveReply::stop);
    }

    /** Completes on the JavaFX thread once all of them have ended and are kept. */
    CompletableFuture<?> stopAll() {
        var all = List.copyOf(byMessage.values());
        all.forEach(LiveReply::stop);
        return CompletableFuture.allOf(all.stream().map(LiveReply::done).toArray(CompletableFuture[]::new));
    }
}
