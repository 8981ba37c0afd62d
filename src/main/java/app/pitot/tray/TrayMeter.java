package app.pitot.tray;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the meter in the desktop's tray for as long as there is one: looks for it, follows when it comes and goes, and draws
 * only what looks different. All of it happens on a thread of its own, since a tray may be slow to answer. Safe from any
 * thread; no method blocks.
 */
public final class TrayMeter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrayMeter.class);

    private final List<TrayPlace> places;
    private final TrayListener listener;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("tray").daemon().factory());
    // Touched by that thread only.
    private TrayFace face;
    private TrayPlace at;
    private Boolean told;

    /** With the trays of this operating system, best first. */
    public TrayMeter(TrayWords words, TrayListener listener) {
        this.listener = listener;
        this.places = TrayPlaces.of(System.getProperty("os.name"), words, listener, this::look);
    }

    /** @param places best first */
    TrayMeter(TrayListener listener, List<TrayPlace> places) {
        this.listener = listener;
        this.places = places;
    }

    /** Shows {@code now}; the first call begins the search for a tray. */
    public void show(TrayFace now) {
        run(() -> {
            boolean first = face == null;
            face = now;
            if (first) {
                settle();
            } else if (at != null) {
                at.show(now);
            }
        });
    }

    /** Looks again: something about the desktop's trays has changed. */
    void look() {
        run(this::settle);
    }

    private void settle() {
        if (face == null) {
            return;
        }
        if (at != null && !at.there()) {
            at.leave();
            at = null;
        }
        for (var each : places) {
            if (each == at) {
                break;
            }
            if (each.there()) {
                if (at != null) {
                    at.leave();
                }
                at = each.enter(face) ? each : null;
            }
            if (at != null) {
                break;
            }
        }
        boolean there = at != null;
        if (told == null || told != there) {
            told = there;
            listener.present(there);
        }
    }

    private void run(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException | LinkageError e) {
                    // The tray is an extra: whatever is odd about it must not touch the rest.
                    LOG.info("the tray fails: {}", e.toString());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("the tray is closed already");
        }
    }

    /** Takes the icon away. */
    @Override
    public void close() {
        run(() -> {
            if (at != null) {
                at.leave();
                at = null;
            }
        });
        thread.shutdown();
    }
}
