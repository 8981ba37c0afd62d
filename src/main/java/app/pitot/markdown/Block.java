package app.pitot.markdown;

import java.util.List;

/** One row of a rendered message. Immutable. */
public sealed interface Block {
    /** How deep it stands inside lists and quotes. */
    Place place();

    /** @param level 1 to 6 */
    record Heading(Place place, int level, List<Inline> text) implements Block {}

    /** @param continued true if it goes on with the text of the block above, which was too long for one row */
    record Paragraph(Place place, List<Inline> text, boolean continued) implements Block {
        public Paragraph(Place place, List<Inline> text) {
            this(place, text, false);
        }
    }

    /** The first paragraph of a list item; what else the item holds follows as blocks at the same place. */
    record ListItem(Place place, String marker, Check check, List<Inline> text) implements Block {}

    /**
     * A table, or a piece of a long one.
     *
     * @param header empty if it goes on with the table above, which was too long for one row
     */
    record Table(Place place, List<Align> columns, List<List<Inline>> header, List<List<List<Inline>>> rows)
            implements
                Block {
        /** True for every piece of a table but its first. */
        public boolean continued() {
            return header.isEmpty();
        }
    }

    /**
     * A piece of a code block; a long one is cut into several, in order.
     *
     * @param language first word of the fence's info string, empty if there is none
     * @param text with its line feeds; the pieces joined are the whole code
     */
    record Code(Place place, String language, String text, Part part) implements Block {}

    /** A thematic break. */
    record Rule(Place place) implements Block {}

    /** Text that was not parsed: too long to parse while still open. */
    record PlainText(Place place, String text) implements Block {}

    /** The box of a task list item. */
    enum Check {
        NONE, OPEN, DONE
    }

    /** Alignment of a table column. */
    enum Align {
        LEFT, CENTER, RIGHT
    }

    /** Which piece of a code block. */
    enum Part {
        WHOLE, FIRST, MIDDLE, LAST;

        /** True for the piece that the code block begins with. */
        public boolean begins() {
            return this == WHOLE || this == FIRST;
        }

        /** True for the piece that the code block ends with, so far. */
        public boolean ends() {
            return this == WHOLE || this == LAST;
        }
    }
}
