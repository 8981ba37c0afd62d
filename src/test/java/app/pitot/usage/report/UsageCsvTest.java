package app.pitot.usage.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.usage.Uses;
import app.pitot.usage.UsageReport;
import app.pitot.usage.report.UsageCsv.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageCsvTest {
    private static final AccountLabels LABELS = new AccountLabels(Map.of("a1", "=Work, \"mine\""));

    private static List<Map<String, String>> rows(UsageReport report, Rows what) throws IOException {
        var out = new ByteArrayOutputStream();
        UsageCsv.write(report, what, LABELS, out);
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n");
        var found = new ArrayList<Map<String, String>>();
        var lines = Rfc4180.parse(text);
        assertThat(lines.getFirst()).isEqualTo(UsageCsv.columns()).doesNotHaveDuplicates();
        for (var line : lines.subList(1, lines.size())) {
            assertThat(line).hasSameSizeAs(UsageCsv.columns());
            var row = new HashMap<String, String>();
            for (int i = 0; i < line.size(); i++) {
                row.put(UsageCsv.columns().get(i), line.get(i));
            }
            found.add(row);
        }
        return found;
    }

    @Test
    void groupsHaveTheirFiguresExactly() throws Exception {
        var rows = rows(Uses.report(), Rows.GROUPS);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).containsEntry("from", "2026-11-20T00:00:00Z")
                .containsEntry("until", "2026-11-27T00:00:00Z").containsEntry("zone", "Z")
                .containsEntry("model", "gpt-oss-120b").containsEntry("requests", "10").containsEntry("limited", "1")
                .containsEntry("limited_by", "requests/minute 1").containsEntry("prompt_tokens", "1200")
                .containsEntry("requests_with_estimated_tokens", "1").containsEntry("cost_usd", "0.123456")
                .containsEntry("cost_reported_usd", "0.1").containsEntry("cost_estimated_usd", "0.023456")
                .containsEntry("requests_priced", "8").containsEntry("requests_to_price", "8")
                .containsEntry("ttft_median_ms", "120.25").containsEntry("output_median_tokens_per_s", "1500.5");
    }

    @Test
    void whatIsUnknownIsEmptyAndNeverNothing() throws Exception {
        var dark = rows(Uses.report(), Rows.GROUPS).get(1);
        for (var name : List.of("prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens", "cost_usd",
                "cost_reported_usd", "ttft_median_ms", "output_median_tokens_per_s")) {
            assertThat(dark).as(name).containsEntry(name, "");
        }
        assertThat(dark).containsEntry("requests_with_unknown_tokens", "3").containsEntry("requests", "3");
    }

    @Test
    void namesAreNoFormulasAndRemovedAccountsAreShort() throws Exception {
        var rows = rows(Uses.report(), Rows.GROUPS);
        assertThat(rows.getFirst()).containsEntry("account", "'=Work, \"mine\"").containsEntry("account_id", "a1");
        assertThat(rows.get(1)).containsEntry("account", "removed account b2-remov");
    }

    @Test
    void theRowsAddUpToTheTotal() throws Exception {
        for (var what : Rows.values()) {
            var rows = rows(Uses.report(), what);
            assertThat(rows).hasSize(2);
            assertThat(rows.stream().mapToLong(row -> Long.parseLong(row.get("requests"))).sum()).as(what.name())
                    .isEqualTo(13);
        }
        assertThat(rows(Uses.report(), Rows.SLOTS).getFirst()).containsEntry("until", "2026-11-21T00:00:00Z")
                .containsEntry("model", "").containsEntry("account", "");
        assertThat(rows(Uses.report(), Rows.GROUPS_IN_SLOTS).get(1)).containsEntry("from", "2026-11-21T00:00:00Z")
                .containsEntry("model", "vendor/m:free");
    }
}
