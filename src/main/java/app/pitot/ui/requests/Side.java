package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import java.util.List;

/** One of the two directions in which something went over the wire. */
enum Side {
    SENT, RECEIVED;

    List<Wire.Header> headers(Wire wire) {
        return this == SENT ? wire.sentHeaders() : wire.headers();
    }

    byte[] body(Wire wire) {
        return this == SENT ? wire.sentBody() : wire.body();
    }

    boolean cut(Wire wire) {
        return this == SENT ? wire.sentCut() : wire.cut();
    }

    long bytes(Wire wire) {
        return this == SENT ? wire.sentBytes() : wire.bytes();
    }

    /** "POST https://…", "HTTP 200 over h2", and how long the body was. */
    String line(Wire wire) {
        var bytes = Format.count(bytes(wire));
        if (this == SENT) {
            return Texts.get("requests.side.sent", wire.method(), wire.url(), bytes);
        }
        if (wire.status() == null) {
            return Texts.get("requests.side.nothing");
        }
        return Texts.get("requests.side.received", wire.status().toString(),
                wire.protocol() == null ? Format.UNKNOWN : wire.protocol(), bytes);
    }
}
