package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pitot.provider.ModelInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists that nobody sends in good faith: bounded in memory and in time. */
@Timeout(60)
class HugeListTest {
    private static final String ITEM = "{\"id\":\"vendor/model-%d\",\"name\":\"Model %d\",\"context_length\":131072,"
            + "\"description\":\"%s\",\"pricing\":{\"prompt\":\"0.0000001\",\"completion\":\"0.0000004\"},"
            + "\"supported_parameters\":[\"tools\",\"reasoning\",\"temperature\"]}";

    /** Answers with {@code before}, then {@code times} pieces, then {@code after}. */
    private static RawServer server(String before, java.util.function.IntFunction<String> piece, int times,
            String after)
            throws IOException {
        return new RawServer((_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + before);
            var out = new java.io.BufferedOutputStream(wire.out(), 1 << 16);
            for (int i = 0; i < times; i++) {
                out.write(piece.apply(i).getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            wire.send(after).finish();
        });
    }

    private static List<ModelInfo> list(RawServer server) throws ApiException {
        try (var client = Talk.client()) {
            return client.models(Talk.target(server.url(), "auto", Talk.key()));
        }
    }

    private static ApiError refused(RawServer server) {
        return catchThrowableOfType(ApiException.class, () -> list(server)).error();
    }

    private static String item(int i, int description) {
        return (i == 0 ? "" : ",") + ITEM.formatted(i, i, "x".repeat(description));
    }

    @Test
    void aHundredThousandModelsAreRead() throws Exception {
        try (var server = server("{\"data\":[", i -> item(i, 200), 100_000, "]}")) {
            var before = used();
            long start = System.nanoTime();
            var models = list(server);
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(models).hasSize(100_000);
            assertThat(models.getLast().id()).isEqualTo("vendor/model-99999");
            long megabytes = (used() - before) / (1024 * 1024);
            System.getLogger("measured").log(System.Logger.Level.INFO,
                    "100,000 models: " + millis + " ms, " + megabytes + " MB kept");
            assertThat(megabytes).isLessThan(120);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void moreThanThatOrABodyOfAHundredMegabytesIsRefusedWithASentence() throws Exception {
        try (var many = server("[", i -> (i == 0 ? "" : ",") + "\"m" + i + "\"", 100_001, "]");
                var long1 = server("{\"data\":[", i -> item(i, 10_000), 10_000, "]}");
                var long2 = server("{\"text\":\"", _ -> "x".repeat(10_000), 10_000, "\"}");
                var long3 = server("", _ -> " ".repeat(10_000), 10_000, "[]")) {
            assertThat(refused(many).kind()).isEqualTo(ErrorKind.TOO_LONG);
            assertThat(refused(long1).kind()).isEqualTo(ErrorKind.TOO_LONG);
            assertThat(refused(long1).message()).contains("64 MB", "127.0.0.1");
            assertThat(refused(long2).kind()).isIn(ErrorKind.TOO_LONG, ErrorKind.NOT_AN_API);
            assertThat(refused(long3).kind()).isEqualTo(ErrorKind.TOO_LONG);
        }
    }

    @Test
    void junkInsideOneEntryCostsTheEntryAtMost() throws Exception {
        try (var junk = server("{\"data\":[{\"id\":\"a\",\"junk\":[", i -> (i == 0 ? "" : ",") + "[1,{\"b\":2}]",
                1_000_000,
                "]},{\"id\":\"b\",\"name\":\"" + "x".repeat(100_000) + "\"}]}")) {
            assertThat(list(junk)).extracting(ModelInfo::name).containsExactly("a", "b");
        }
    }

    @Test
    void whatIsNestedWithoutEndOrNoJsonIsNoList() throws Exception {
        try (var deep = server("{\"data\":", _ -> "[".repeat(1_000), 1_000, "");
                var html = server("<html>", _ -> "<p>hello</p>", 10, "</html>");
                var cut = server("{\"data\":[{\"id\":\"a\"},", _ -> "", 0, "");
                var more = server("[]", _ -> "x", 1, "")) {
            for (var server : List.of(deep, html, cut, more)) {
                assertThat(refused(server).kind()).isEqualTo(ErrorKind.NOT_AN_API);
            }
            assertThat(refused(html).message()).contains("hello").doesNotContain("<");
        }
    }

    @Test
    void aPageThatComesInPiecesIsQuotedWhole() throws Exception {
        try (var slow = new RawServer((_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>");
            Thread.sleep(200);
            wire.send("<p>hello</p></html>").finish();
        })) {
            assertThat(refused(slow).message()).contains("hello");
        }
    }
}
