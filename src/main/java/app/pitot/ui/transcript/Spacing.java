package app.pitot.ui.transcript;

import app.pitot.markdown.Block;

/** Space between the blocks of a reply, in pixels. */
final class Spacing {
    private Spacing() {}

    /** @param before the block above, or null if there is none */
    static double above(Block before, Block block) {
        if (before == null) {
            return RowCell.BETWEEN_BLOCKS;
        }
        return switch (block) {
            case Block.Code code when !code.part().begins() -> 0;
            case Block.Code code -> RowCell.BETWEEN_BLOCKS;
            case Block.Heading heading -> before instanceof Block.Heading ? 10 : heading.level() <= 2 ? 22 : 18;
            case Block.ListItem item when before instanceof Block.ListItem -> 5;
            case Block.ListItem item when before instanceof Block.Paragraph -> 8;
            case Block.PlainText plain when before instanceof Block.PlainText -> 0;
            case Block.Rule rule -> 18;
            case Block.Table table -> table.continued() ? 0 : 8;
            case Block.Paragraph p when p.continued() -> 0;
            case Block.Paragraph p -> afterWide(before);
            case Block.ListItem i -> afterWide(before);
            case Block.PlainText t -> afterWide(before);
        };
    }

    private static double afterWide(Block before) {
        return switch (before) {
            case Block.Heading h -> 8;
            case Block.Rule r -> 18;
            case Block.Table t -> 14;
            case Block.Code c -> 14;
            case Block.Paragraph p -> RowCell.BETWEEN_BLOCKS;
            case Block.ListItem i -> 10;
            case Block.PlainText t -> RowCell.BETWEEN_BLOCKS;
        };
    }
}
