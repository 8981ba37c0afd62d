package app.pitot.ui.transcript;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A notice below a reply; its owner may change it, as a countdown does, or take it away. */
public final class NoticeRow implements Row {
    private final ReplyRows message;
    private final ObjectProperty<Notice> notice;

    NoticeRow(ReplyRows message, Notice notice) {
        this.message = message;
        this.notice = new SimpleObjectProperty<>(notice);
    }

    @Override
    public ReplyRows message() {
        return message;
    }

    public ObjectProperty<Notice> notice() {
        return notice;
    }

    /** Shows another notice in the same place. */
    public void update(Notice next) {
        notice.set(next);
    }

    /** Takes it away; doing so again has no effect. */
    public void remove() {
        message.remove(this);
    }
}
