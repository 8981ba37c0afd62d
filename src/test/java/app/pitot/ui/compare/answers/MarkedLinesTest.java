package app.pitot.ui.compare.answers;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.difference.Differ;
import app.pitot.ui.transcript.MarkedLine;
import app.pitot.ui.transcript.MarkedLine.Mark;
import app.pitot.ui.transcript.MarkedLine.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedLinesTest {
    @Test
    void linesKeepTheirMarks() {
        assertThat(MarkedLines.of(Differ.between("one\ntwo", "one\n2")))
                .containsExactly(new MarkedLine(List.of(new Part("one", Mark.NONE))),
                        new MarkedLine(List.of(new Part("two", Mark.REMOVED), new Part(MarkedLines.APART, Mark.NONE),
                                new Part("2", Mark.ADDED))));
    }

    @Test
    void aMarkedLineBreakCanBeSeen() {
        assertThat(MarkedLines.of(Differ.between("a b", "a b\nc"))).containsExactly(
                new MarkedLine(List.of(new Part("a b", Mark.NONE), new Part(MarkedLines.BREAK, Mark.ADDED))),
                new MarkedLine(List.of(new Part("c", Mark.ADDED))));
    }

    @Test
    void emptyLinesStay() {
        assertThat(MarkedLines.plain("a\n\nb")).hasSize(3);
        assertThat(MarkedLines.plain("")).containsExactly(new MarkedLine(List.of()));
    }

    @Test
    void longLinesAreCutBetweenCharacters() {
        var text = "\uD83D\uDE80".repeat(MarkedLines.LONGEST) + "x";
        var lines = MarkedLines.plain("a" + text);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.parts()).hasSize(1);
            assertThat(line.parts().getFirst().text().length()).isLessThanOrEqualTo(MarkedLines.LONGEST + 1);
            assertThat(Character.isLowSurrogate(line.parts().getFirst().text().charAt(0))).isFalse();
        });
        assertThat(lines.stream().map(line -> line.parts().getFirst().text()).collect(Collectors.joining()))
                .isEqualTo("a" + text);
    }
}
