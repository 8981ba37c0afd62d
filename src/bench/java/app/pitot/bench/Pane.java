package app.pitot.bench;

import app.pitot.base.Ticker;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.TranscriptModel;
import app.pitot.ui.transcript.TranscriptView;

/** One transcript under one feed. On the JavaFX thread only, but for {@link #begin}. */
final class Pane {
    private final Feed feed;
    private final Runnable done;
    private final Lag lags = new Lag();
    private final TranscriptView view;
    private final ReplyRows reply;
    private boolean over;

    /** @param done called once, when the last character is laid out */
    Pane(Feed feed, Runnable done) {
        this.feed = feed;
        this.done = done;
        var model = new TranscriptModel(Ticker.system(), new PulseTurns());
        view = new TranscriptView(model, address -> {});
        model.addQuestion("Write at length");
        reply = model.addReply("bench");
    }

    TranscriptView view() {
        return view;
    }

    Lag lags() {
        return lags;
    }

    void begin() {
        feed.start();
    }

    void pulse() {
        var taken = feed.take();
        if (!taken.text().isEmpty()) {
            reply.append(taken.text(), "");
            lags.arrived(taken.lastNanos());
        }
    }

    void laidOut() {
        if (reply.waiting() == 0) {
            lags.shown();
        }
        if (!over && feed.ended() && lags.none()) {
            over = true;
            done.run();
        }
    }
}
