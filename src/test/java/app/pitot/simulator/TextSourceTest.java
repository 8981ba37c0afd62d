package app.pitot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextSourceTest {
    private final TextSource texts = TextSource.load();

    @Test
    void sameSeedSameText() {
        assertThat(answer("Explain rate limits", 5)).isEqualTo(answer("Explain rate limits", 5));
        assertThat(answer("Explain rate limits", 5)).isNotEqualTo(answer("Explain rate limits", 6));
    }

    @Test
    void lengthFollowsThePrompt() {
        for (int seed = 0; seed < 300; seed++) {
            assertThat(Tokenizer.count(answer("Explain rate limits", seed))).isBetween(500, 1_000);
            assertThat(Tokenizer.count(answer("Explain rate limits briefly", seed))).isBetween(40, 250);
            assertThat(answer("What is airspeed, in one sentence?", seed)).doesNotContain("\n");
            assertThat(Tokenizer.count(answer("Write a long essay", seed))).isBetween(2_500, 3_400);
        }
        for (int tokens : new int[]{1, 7, 199, 200, 201, 450, 5_000})
            assertThat(Tokenizer.count(answer("Write " + tokens + " tokens", tokens))).isEqualTo(tokens);
        assertThat(Tokenizer.count(answer("Please write 100,000 tokens.", 1))).isEqualTo(100_000);
        assertThat(Tokenizer.count(answer("about 2k tokens", 1))).isEqualTo(2_000);
    }

    @Test
    void anExactLengthEndsWithAWholeSentence() {
        for (int tokens = 1; tokens <= 700; tokens++) {
            for (int seed = 0; seed < 4; seed++)
                assertWhole(tokens, answer("Write " + tokens + " tokens about streams", seed));
        }
        for (int tokens = 1_000; tokens < 1_300; tokens += 3)
            assertWhole(tokens, answer("Write " + tokens + " tokens", tokens));
        assertWhole(50_000, answer("Write 50000 tokens", 1));
        assertThat(Tokenizer.count(answer("Write 400 tokens " + "🛫#".repeat(80), 1))).isEqualTo(400);
    }

    private static void assertWhole(int tokens, String text) {
        assertThat(Tokenizer.count(text)).as(text).isEqualTo(tokens);
        var last = text.substring(text.lastIndexOf('\n') + 1);
        assertThat(last).as(text).matches("[A-Z*“].*[.?!]");
        assertThat(text.split("```", -1).length % 2).as(text).isEqualTo(1);
    }

    @Test
    void countsAsItGrows() {
        var text = new Counted();
        for (var piece : new String[]{"", "a", "🛫", "bc de", "\n\n", "fghijklmno", " p", ".", " Yes.", "🛫🛫🛫"}) {
            var whole = text + piece;
            assertThat(text.tokensWith(piece)).isEqualTo(Tokenizer.count(whole));
            assertThat(text.append(piece).tokens()).isEqualTo(Tokenizer.count(whole));
        }
    }

    @Test
    void longTextHasAllThatMarkdownHasAndHardlyRepeats() {
        var text = answer("Please write 20,000 tokens", 3);

        assertThat(text).contains("# Please write 20,000 tokens", "\n## 1. ", "\n- ", "\n  - ", "\n1. ", "\n> ",
                "```java",
                "|---:|", "**", "`min(");
        assertThat(text).doesNotContainPattern("\\{(kt|ft|tps|ms|s|n|pct|rpm|tpm)}");
        var paragraphs = text.split("\n\n");
        assertThat(new HashSet<>(java.util.List.of(paragraphs))).hasSizeGreaterThan(paragraphs.length / 2);
    }

    @Test
    void headingEchoesThePromptWithoutItsMarkup() {
        assertThat(answer("Is **this** <b>bold</b>?\nSecond line", 1))
                .startsWith("# Is \\*\\*this\\*\\* \\<b\\>bold\\</b\\>? Second line\n");
        assertThat(answer("🛫".repeat(80), 1)).startsWith("# " + "🛫".repeat(60) + "…\n");
        assertThat(answer("", 1)).startsWith("# A reply from the simulator\n");
    }

    @Test
    void startsWithTheTopicThatWasAskedFor() {
        assertThat(Phrases.load().topics().stream().filter(topic -> topic.name().equals("airspeed")).findFirst()
                .orElseThrow()
                .titles())
                .anyMatch(title -> answer("How does a pitot tube measure airspeed?", 9).contains("## " + title));
    }

    @Test
    void reasoningIsPlainAndOfModerateLength() {
        for (int seed = 0; seed < 300; seed++) {
            for (var effort : new String[]{null, "low", "medium", "high"}) {
                var text = texts.reasoning(Prompt.of("x"), effort, new SplittableRandom(seed));
                assertThat(Tokenizer.count(text)).isBetween(35, 220);
                assertThat(text).doesNotContain("\n", "#", "|");
            }
        }
        assertThat(texts.reasoning(Prompt.of("x"), "none", new SplittableRandom(1))).isEmpty();
    }

    @Test
    void tokensPutTogetherAreTheText() {
        for (var text : new String[]{"", "a", "ab cd", "🛫🛫🛫🛫🛫 €uro\n\n\n", answer("Write 3000 tokens", 2)}) {
            var tokens = Tokenizer.split(text);
            assertThat(String.join("", tokens)).isEqualTo(text);
            assertThat(tokens).hasSize(Tokenizer.count(text));
            assertThat(tokens).allMatch(
                    token -> !token.isEmpty() && !Character.isHighSurrogate(token.charAt(token.length() - 1)));
        }
        var text = answer("Write 20,000 tokens", 2);
        assertThat(text.length() / 20_000.0).isBetween(3.7, 4.3);
    }

    private String answer(String prompt, long seed) {
        return texts.answer(Prompt.of(prompt), new SplittableRandom(seed));
    }

    @Test
    void aNumberInBracketsAgainstCachesIsNoPartOfTheQuestion() {
        var prompt = Prompt.of("[515000770]\n/fault cut\nWrite 40 tokens");
        assertThat(prompt.faultSpec()).isEqualTo("cut");
        assertThat(prompt.text()).isEqualTo("Write 40 tokens");
        assertThat(Prompt.of("[12] is a list").text()).isEqualTo("[12] is a list");
    }
}
