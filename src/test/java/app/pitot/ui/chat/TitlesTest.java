package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"What is drag?|What is drag?", "# A heading|A heading",
        "> - **bold** and `code`|bold and code", "1. first|first", "snake_case and 2 * 3|snake_case and 2 * 3",
        "***|*", "3.5 is a number|3.5 is a number"})
    void markersAreLeftOut(String question, String title) {
        assertThat(Titles.of(question)).isEqualTo(title);
    }

    @Test
    void theFirstLineThatSaysSomethingCounts() {
        assertThat(Titles.of("\n```java\nint a;\n```\nWhat is it?")).isEqualTo("int a;");
        assertThat(Titles.of("\n  \n#\n")).isEmpty();
        assertThat(Titles.of("")).isEmpty();
    }

    @Test
    void aLongLineIsCutAtAWordAndNeverInsideACharacter() {
        var words = Titles.of("word ".repeat(1_000_000));
        assertThat(words).hasSizeLessThanOrEqualTo(Titles.LONGEST).endsWith("word…");
        assertThat(Titles.of("😀".repeat(50))).hasSizeLessThanOrEqualTo(Titles.LONGEST).endsWith("😀…");
    }

    @Test
    void controlCharactersDoNotReachTheList() {
        assertThat(Titles.of("a\tb\u0007c\u001b[31m")).isEqualTo("a b c [31m");
    }

    @Test
    void whatTellsTheSimulatorToFailIsNoTitle() {
        assertThat(Titles.of("/fault cut\nWhat is drag?")).isEqualTo("What is drag?");
        assertThat(Titles.of("  /fault 429-day")).isEqualTo("Rehearsed fault");
        assertThat(Titles.of("/faults of mine")).isEqualTo("/faults of mine");
    }
}
