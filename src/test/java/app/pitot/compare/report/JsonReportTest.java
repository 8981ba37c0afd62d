package app.pitot.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import app.pitot.compare.json.ComparisonJson;
import app.pitot.compare.Mode;
import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.FullRuns;
import app.pitot.compare.Vote;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    @Test
    void allOfItCanBeReadAgain() throws Exception {
        var samples = new ArrayList<>(FullRuns.samples(12, 1));
        samples.add(FullRuns.refused("late", 0, 12, "\u202E hidden \ud83d\ude42"));
        var run = FullRuns.run("r", "s", FullRuns.AT, samples).with(new Vote(3, 1, FullRuns.AT));
        var text = JsonReport.of(run);
        assertThat(text).startsWith("{\"pitot\":1,\"comparison\":{\"id\":\"r\",").endsWith("}\n")
                .doesNotContain("\u202E");
        assertThat(JsonReport.read(new ObjectMapper().readTree(text))).usingRecursiveComparison().isEqualTo(run);
    }

    @Test
    void theVerdictsStandBesideIt() throws Exception {
        var root = new ObjectMapper().readTree(
                JsonReport.of(FullRuns.run("r", "s", FullRuns.AT, FullRuns.samples(12, 1))));
        var speed = root.path("analysis").path(0);
        assertThat(root.path("analysis")).hasSize(6);
        assertThat(speed.path("measure").asText()).isEqualTo("OUTPUT_SPEED");
        assertThat(speed.path("verdict").asText()).isEqualTo("FASTER");
        assertThat(speed.path("ranking").path(0).asInt()).isZero();
        assertThat(speed.path("lanes").path(1).path("median").asDouble()).isBetween(900.0, 1_100.0);
        assertThat(speed.path("pairs").path(0).path("interval").path("low").asDouble()).isGreaterThan(1);
    }

    @Test
    void aSetupIsReadAsItWasWritten() {
        var race = new ComparisonSetup(Mode.RACE, "Be short.", "Why?", List.of(), 3, false, true);
        assertThat(ComparisonJson.setup(ComparisonJson.setup(race))).isEqualTo(race);
        assertThat(ComparisonJson.setup(ComparisonJson.setup(FullRuns.setup("Why?"))))
                .isEqualTo(FullRuns.setup("Why?"));
    }

    @Test
    void aRaceOfAnEarlierVersionIsARace() {
        var node = ComparisonJson.write(FullRuns.head("id", null, FullRuns.AT));
        node.put("mode", "RACE");
        ((ObjectNode) node.path("setup")).remove("mode");
        assertThat(ComparisonJson.read(node, List.of()).mode()).isEqualTo(Mode.RACE);
    }
}
