package app.pitot.ui.requests;

import app.pitot.api.ServerTiming;
import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.usage.RequestRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the time of a request went: by our clock, and by the provider's where it tells.
 *
 * @param parts in the order of time, each in its own lane
 */
record Phases(List<Part> parts) {
    /**
     * One stretch.
     *
     * @param from ms since the request was handed to the network
     * @param until likewise, not before {@code from}
     */
    record Part(Phase phase, double from, double until) {
        double ms() {
            return until - from;
        }
    }

    /** A shorter preparation is none that anybody notices, in µs. */
    private static final long NOTICED = 1_000;

    Phases {
        parts = List.copyOf(parts);
    }

    /** @param wire null if it is not kept: then less is told apart */
    static Phases of(RequestRow row, Wire wire) {
        var parts = new ArrayList<Part>();
        if (wire == null || wire.phases().equals(Wire.Phases.UNKNOWN)) {
            ledger(row, parts);
        } else {
            wire(wire.phases(), parts);
        }
        if (row.timing() != null) {
            // Nobody tells when it began there: shown as if no time passed on the way.
            double sent = parts.stream().filter(part -> part.phase() == Phase.WAIT).mapToDouble(Part::from).findFirst()
                    .orElse(0);
            provider(row.timing(), sent, parts);
        }
        return new Phases(parts);
    }

    boolean empty() {
        return parts.isEmpty();
    }

    /** Ms of the end of the last one; 0 if there is none. */
    double until() {
        return parts.stream().mapToDouble(Part::until).max().orElse(0);
    }

    /** All of it in a sentence; empty if there is none. */
    String spoken() {
        return String.join(", ", parts.stream().map(Phases::spoken).toList());
    }

    static String spoken(Part part) {
        return Texts.get(part.phase().told() ? "requests.phase.spoken.told" : "requests.phase.spoken",
                part.phase().words(), Format.duration(part.ms()));
    }

    private static void ledger(RequestRow row, List<Part> parts) {
        double at = add(parts, Phase.CONNECT, 0, row.connectMs());
        at = add(parts, Phase.WAIT, at, row.ttftMs());
        if (row.firstAnswerMs() != null && row.ttftMs() != null && row.firstAnswerMs() > row.ttftMs()) {
            at = add(parts, Phase.THINK, at, row.firstAnswerMs());
        }
        // Without a first token there was nothing but waiting.
        add(parts, row.ttftMs() == null ? Phase.WAIT : Phase.WRITE, at, row.totalMs());
    }

    private static void wire(Wire.Phases is, List<Part> parts) {
        var begun = first(is.dnsStart(), is.tcpStart(), is.sendStart());
        if (begun != null && begun >= NOTICED) {
            between(parts, Phase.PREPARE, 0L, begun);
        }
        between(parts, Phase.DNS, is.dnsStart(), is.dnsEnd());
        between(parts, Phase.TCP, is.tcpStart(), is.tlsStart() == null ? is.connected() : is.tlsStart());
        between(parts, Phase.TLS, is.tlsStart(), is.connected());
        between(parts, Phase.SEND, is.sendStart(), is.sendEnd());
        between(parts, Phase.WAIT, is.sendEnd(), first(is.firstToken(), is.firstByte(), is.responseHeaders(),
                is.end()));
        if (is.firstToken() != null) {
            between(parts, Phase.THINK, is.firstToken(), is.firstAnswer());
            between(parts, Phase.WRITE, first(is.firstAnswer(), is.firstToken()), first(is.lastToken(), is.end()));
            between(parts, Phase.END, is.lastToken(), is.end());
        }
    }

    private static void provider(ServerTiming timing, double from, List<Part> parts) {
        double at = from;
        at = add(parts, Phase.QUEUE, at, after(at, timing.queueSeconds()));
        at = add(parts, Phase.PROMPT, at, after(at, timing.promptSeconds()));
        add(parts, Phase.COMPLETION, at, after(at, timing.completionSeconds()));
    }

    private static Double after(double at, Double seconds) {
        return seconds == null ? null : Double.valueOf(at + seconds * 1_000);
    }

    /** @return where the next one begins */
    private static double add(List<Part> parts, Phase phase, double from, Double until) {
        if (until == null || until <= from) {
            return from;
        }
        parts.add(new Part(phase, from, until));
        return until;
    }

    private static void between(List<Part> parts, Phase phase, Long from, Long until) {
        if (from != null && until != null && until > from) {
            parts.add(new Part(phase, from / 1e3, until / 1e3));
        }
    }

    private static Long first(Long... values) {
        for (var value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
