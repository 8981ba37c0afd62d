package app.pitot.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.Comparison;
import app.pitot.compare.FullRuns;
import app.pitot.compare.LaneFacts;
import app.pitot.usage.report.Rfc4180;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    private static List<Map<String, String>> rows(Comparison run) {
        var all = Rfc4180.parse(CsvReport.of(run));
        assertThat(all.getFirst()).isEqualTo(CsvReport.columns());
        var found = new ArrayList<Map<String, String>>();
        for (var row : all.subList(1, all.size())) {
            assertThat(row).hasSameSizeAs(all.getFirst());
            var named = new HashMap<String, String>();
            for (int i = 0; i < row.size(); i++) {
                named.put(all.getFirst().get(i), row.get(i));
            }
            found.add(named);
        }
        return found;
    }

    private static Comparison named(Comparison run, String name, String account) {
        var lanes = run.lanes().stream().map(each -> new LaneFacts(each.accountId(), account, each.provider(),
                each.providerId(), each.baseUrl(), each.modelId(), each.parameters())).toList();
        return new Comparison(run.id(), run.setId(), name, run.startedAt(), run.endedAt(), run.appVersion(),
                run.setup(), run.promptHash(), lanes, run.seed(), run.state(), run.samples());
    }

    @Test
    void eachSampleIsARowWithItsFigures() {
        var run = FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(2, 1));
        var rows = rows(run);
        assertThat(rows).hasSize(6);
        var sample = run.samples().get(3);
        assertThat(rows.get(3)).containsEntry("lane", "B").containsEntry("round", "1").containsEntry("counts", "1")
                .containsEntry("model", "vendor/m").containsEntry("account", "Home")
                .containsEntry("outcome", "complete").containsEntry("token_basis", "usage")
                .containsEntry("cached_tokens", "10").containsEntry("cost_usd", "0.000123")
                .containsEntry("cost_source", "reported").containsEntry("served_by", "Groq")
                .containsEntry("server_queue_ms", "1").containsEntry("flags", "hidden_reasoning")
                .containsEntry("protocol", "h2").containsEntry("held_ms", "12.25").containsEntry("connect_ms", "")
                .containsEntry("exchange", sample.exchangeId());
        assertThat(Double.parseDouble(rows.get(3).get("output_tokens_per_s")))
                .isCloseTo(sample.speed().outputTokensPerSecond(), org.assertj.core.data.Offset.offset(0.0006));
        assertThat(rows.get(0)).containsEntry("counts", "0").containsEntry("round", "0");
    }

    @Test
    void whatFailedSaysWhy() {
        var run = FullRuns.run("r", null, FullRuns.AT, List.of(FullRuns.refused("x", 1, 2, "No room,\r\n\"sorry\"")));
        assertThat(rows(run).getFirst()).containsEntry("http_status", "429").containsEntry("error_kind", "rate_limit")
                .containsEntry("error", "No room,\r\n\"sorry\"").containsEntry("ttft_ms", "")
                .containsEntry("token_basis", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "\uFF1D1",
        "=HYPERLINK(\"http://evil.test\",\"x\")"})
    void noTextIsAFormula(String text) {
        var row = rows(named(FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(0, 1)), text, text)).getFirst();
        assertThat(row).containsEntry("set", "'" + text).containsEntry("account", "'" + text);
    }

    @Test
    void whateverIsInATextItStaysOneCell() {
        var random = new Random(4);
        var letters = "ab,\"\n\r;' \u00e9\ud83d\ude42=";
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder("x");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            var run = named(FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(0, 1)), text.toString(), "a");
            assertThat(rows(run)).hasSize(2);
            assertThat(rows(run).getFirst()).containsEntry("set", text.toString()).containsEntry("lane", "A");
        }
    }
}
