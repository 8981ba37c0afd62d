package app.pitot.usage.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import app.pitot.usage.Uses;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestsFileTest {
    private static final AccountLabels LABELS = new AccountLabels(Map.of("a1", "Work"));

    /** The newest first, with a refused one at the end. */
    private static List<RequestRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> at == count - 1
                        ? Uses.bare("r" + at, Uses.UNTIL.minusSeconds(at))
                        : Uses.row("r" + at, "@m,\"" + at, Uses.UNTIL.minusSeconds(at)))
                .toList();
    }

    private static RequestsFile file(int count) {
        var rows = rows(count);
        return new RequestsFile(new Usages() {
            @Override
            public UsageReport report(UsageQuery query) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) {
                int from = after == null ? 0 : rows.indexOf(after) + 1;
                return rows.subList(from, Math.min(rows.size(), from + most));
            }

            @Override
            public RequestRow request(String id) {
                throw new UnsupportedOperationException();
            }
        }, RequestFilter.ALL, LABELS);
    }

    @Test
    void everyRequestIsOnceInTheRows() throws Exception {
        for (int count : new int[]{1, 499, 500, 501, 1_000, 1_203}) {
            var out = new ByteArrayOutputStream();
            file(count).csv(null, out);
            var lines = Rfc4180.parse(out.toString(StandardCharsets.UTF_8));
            assertThat(lines.getFirst()).isEqualTo(RequestsFile.columns()).doesNotHaveDuplicates();
            assertThat(lines.subList(1, lines.size()).stream().map(List::getFirst)).hasSize(count)
                    .doesNotHaveDuplicates();
            assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(RequestsFile.columns()));
            if (count > 1) {
                assertThat(lines.get(1)).contains("'@m,\"0", "Work", "0.123456", "reported", "usage", "1500.5", "503");
            }
            assertThat(lines.getLast().get(RequestsFile.columns().indexOf("completion_tokens"))).isEmpty();
            assertThat(lines.getLast()).contains("removed account gone-acc", "limited", "requests/minute")
                    .doesNotContain("estimate");
        }
    }

    @Test
    void jsonIsOneObjectWithALineForEach() throws Exception {
        var out = new ByteArrayOutputStream();
        file(700).json(null, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(702);
        var requests = new ObjectMapper().readTree(out.toByteArray()).path("requests");
        assertThat(requests).hasSize(700);
        assertThat(requests.get(0).path("status").asText()).isEqualTo("COMPLETE");
        assertThat(requests.get(0).path("costMicros").asLong()).isEqualTo(123_456);
        assertThat(requests.get(0).at("/serverTiming/totalSeconds").asDouble()).isEqualTo(0.503);
        assertThat(requests.get(699).has("completionTokens")).isFalse();
    }

    @Test
    void aPageToReadEndsSomewhere() throws Exception {
        var out = new ByteArrayOutputStream();
        file(300).markdown(null, ZoneOffset.UTC, out);
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("| 27 Nov 2026, 00:00:00 | complete |", "These are the newest 200");
        assertThat(text.lines().filter(line -> line.startsWith("| 2"))).hasSize(200);
        var five = new ByteArrayOutputStream();
        file(300).markdown(5, ZoneOffset.UTC, five);
        assertThat(five.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("| 2"))).hasSize(5);
        var few = new ByteArrayOutputStream();
        file(2).markdown(null, ZoneOffset.UTC, few);
        assertThat(few.toString(StandardCharsets.UTF_8)).contains("| over a limit | m | removed account gone-acc | – |")
                .doesNotContain("newest 200");
        var some = new ByteArrayOutputStream();
        file(1_300).csv(600, some);
        assertThat(Rfc4180.parse(some.toString(StandardCharsets.UTF_8))).hasSize(601);
        assertThat(file(1_300).newest(1_200)).hasSize(1_200);
    }
}
