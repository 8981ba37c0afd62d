package app.pitot.usage.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.usage.Reconciliation;
import app.pitot.usage.Uses;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageJsonTest {
    @Test
    void everythingIsInIt() throws Exception {
        var out = new ByteArrayOutputStream();
        var said = new Reconciliation("a1", LocalDate.of(2026, 11, 26), Uses.UNTIL.minusSeconds(60), 420_000, 400_000,
                400_000, 8, 8);
        UsageJson.write(Uses.report(), List.of(said), new AccountLabels(Map.of("a1", "Work")), out);
        assertThat(out.toString()).endsWith("\n").hasLineCount(1);
        var root = new ObjectMapper().readTree(out.toByteArray());
        assertThat(root.path("pitot").asInt()).isEqualTo(1);
        assertThat(root.fieldNames().next()).isEqualTo("pitot");
        var usage = root.path("usage");
        assertThat(usage.at("/query/by").asText()).isEqualTo("MODEL");
        assertThat(usage.at("/total/requests").asLong()).isEqualTo(13);
        assertThat(usage.at("/total/costMicros").asLong()).isEqualTo(123_456);
        assertThat(usage.at("/total/costEstimatedMicros").asLong()).isEqualTo(23_456);
        assertThat(usage.at("/total/limitedBy").path("requests/minute").asLong()).isEqualTo(1);
        assertThat(usage.at("/groups/0/accountName").asText()).isEqualTo("Work");
        assertThat(usage.at("/groups/1/totals/promptTokens").isNull()).as("unknown, not none").isTrue();
        assertThat(usage.at("/groups/1/totals/costMicros").isNull()).isTrue();
        assertThat(usage.at("/groups/1/totals/ttftMs").isNull()).isTrue();
        assertThat(usage.at("/slots/1/groups/0/model").asText()).isEqualTo("vendor/m:free");
        assertThat(usage.at("/hours/0/day").asInt()).isEqualTo(5);
        assertThat(usage.path("notes").findValuesAsText("note")).containsExactly("OPEN", "DAMAGED", "CLOCK_JUMPS",
                "UTC_DAYS", "PRICE_CHANGED");
        assertThat(usage.at("/notes/4/outputUsdPerMillionTokens").isNull()).isTrue();
        assertThat(usage.at("/reported/0/differenceMicros").asLong()).isEqualTo(20_000);
        assertThat(usage.at("/reported/0/verdict").asText()).isEqualTo("MORE_REPORTED");
    }
}
