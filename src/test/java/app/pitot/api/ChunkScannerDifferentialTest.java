package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the scanner accepts, Jackson reads the same way, in every field. */
class ChunkScannerDifferentialTest {
    private static final int CHUNKS = 1_100_000;
    private static final long SEED = 20261121L;

    private final ChunkScanner scanner = new ChunkScanner();

    @Test
    void aMillionGeneratedChunksReadTheSame() {
        var random = new SplittableRandom(SEED);
        var maker = new ChunkMaker(random);
        int hot = 0;
        int unreadable = 0;
        for (int i = 0; i < CHUNKS; i++) {
            int length = maker.next();
            if (i % 5 == 0) {
                length = maker.damage(length);
            }
            boolean accepted = scanner.scan(maker.bytes(), ChunkMaker.OFFSET, length);
            hot += accepted ? 1 : 0;
            try {
                var truth = ChunkParser.chunk(maker.bytes(), ChunkMaker.OFFSET, length);
                if (accepted) {
                    compare(truth, maker, length);
                }
            } catch (IOException e) {
                unreadable++;
                assertThat(accepted).as("accepted, but no JSON: %s", maker.text(length)).isFalse();
            }
        }
        // A scanner that accepts nothing would pass too, and so would a generator that makes no bad chunks.
        assertThat(hot).isBetween(CHUNKS * 3 / 10, CHUNKS * 9 / 10);
        assertThat(unreadable).isGreaterThan(CHUNKS / 20);
    }

    private void compare(ChunkFields truth, ChunkMaker maker, int length) {
        boolean same = truth.answer().contentEquals(answer()) && truth.reasoning().contentEquals(reasoning())
                && Utf8.length(truth.answer()) == scanner.answerBytes()
                && Utf8.length(truth.reasoning()) == scanner.reasoningBytes() && truth.finishReason() == null
                && truth.usage() == null && truth.timing() == null && truth.error() == null && truth.oddity() == null
                && truth.calls().isEmpty() && truth.chances().isEmpty();
        if (!same) {
            throw new AssertionError(maker.text(length) + "\n" + truth + "\n" + answer() + " " + scanner.answerBytes()
                    + "\n" + reasoning() + " " + scanner.reasoningBytes());
        }
    }

    private String answer() {
        return new String(scanner.chars(), scanner.answerStart(), scanner.answerLength());
    }

    private String reasoning() {
        return new String(scanner.chars(), scanner.reasoningStart(), scanner.reasoningLength());
    }

    private boolean accepts(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return scanner.scan(bytes, 0, bytes.length);
    }

    @Test
    void theProvidersOrdinaryChunksAreHot() {
        assertThat(accepts("{\"id\":\"chatcmpl-x\",\"choices\":[{\"delta\":{\"role\":\"assistant\"},\"index\":0}],"
                + "\"created\":1787325819,\"model\":\"gpt-oss-120b\",\"object\":\"chat.completion.chunk\"}")).isTrue();
        assertThat(accepts("{\"id\":\"x\",\"choices\":[{\"delta\":{\"reasoning\":\" just\"},\"index\":0}]}")).isTrue();
        assertThat(reasoning()).isEqualTo(" just");
        assertThat(accepts("{\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"The\",\"channel\":"
                + "\"analysis\"},\"logprobs\":null,\"finish_reason\":null}]}")).isTrue();
        assertThat(accepts("{\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"service_tier\":\"default\","
                + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"logprobs\":null,\"finish_reason\":null}],"
                + "\"usage\":null,\"obfuscation\":\"x1\"}")).isTrue();
        assertThat(accepts("{\"id\":\"gen-x\",\"provider\":\"Groq\",\"choices\":[{\"index\":0,\"delta\":{\"role\":"
                + "\"assistant\",\"content\":\"\",\"reasoning\":\"a\\nb\",\"reasoning_details\":[{\"type\":\"t\"}]},"
                + "\"finish_reason\":null,\"native_finish_reason\":null}]}")).isTrue();
        assertThat(reasoning()).isEqualTo("a\nb");
        assertThat(accepts("{\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":\"x\"}}]}")).isTrue();
    }

    @Test
    void whateverIsRareIsLeftToJackson() {
        for (var rare : new String[]{"{}", "[]", "", "null", "{\"choices\":[]}", "{\"choices\":null}",
            "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{}}",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"error\":{}}",
            "{\"choices\":[{\"delta\":{\"content\":[]}}]}", "{\"choices\":[{\"delta\":{\"content\":1}}]}",
            "{\"choices\":[{\"delta\":{\"content\":\"a\",\"content\":\"b\"}}]}",
            "{\"choices\":[{\"delta\":{\"c\\u006fntent\":\"a\"}}]}",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}},{\"delta\":{\"content\":\"b\"}}]}",
            "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"a\"}}]}",
            "{\"choices\":[{\"delta\":{\"tool_calls\":[{}]}}]}",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"},\"logprobs\":{\"content\":[]}}]}",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]} x", "{\"choices\":[{\"delta\":{\"content\":\"a}}]}",
            "{\"choices\":[{\"delta\":{\"content\":\"\\x\"}}]}", "{\"choices\":[{\"delta\":{\"content\":\"\\u12\"}}]}",
            "{\"choices\":[{\"delta\":{\"reasoning\":\"a\",\"reasoning_content\":\"a\"}}]}"}) {
            assertThat(accepts(rare)).as(rare).isFalse();
        }
    }
}
