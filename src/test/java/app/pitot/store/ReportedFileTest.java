package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.KeyStatus;
import app.pitot.api.KeyStatus.Cap;
import app.pitot.exchange.KeyNews;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedFileTest {
    private static final Instant AT = Instant.parse("2026-11-27T06:00:00Z");

    @TempDir
    Path temp;

    private static KeyNews news(String usd) {
        return new KeyNews(new KeyStatus("label-of-the-key", Cap.UNKNOWN, Cap.UNKNOWN, null, null,
                usd == null ? null : new BigDecimal(usd), null, null, null, null, null, null), AT);
    }

    @Test
    void whatWasSaidLastIsThereInAnotherProcess() throws Exception {
        var file = new ReportedFile(temp);
        assertThat(file.load()).isEmpty();
        file.save("a", news("0.42"));
        file.save("b", news("1.00"));
        file.save("a", news("0.43"));
        file.save("c", news(null));
        var all = new ReportedFile(temp).load();
        assertThat(all).containsOnlyKeys("b", "a");
        assertThat(all.get("a").status().usageDaily()).isEqualByComparingTo("0.43");
        assertThat(all.get("a").at()).isEqualTo(AT);
        assertThat(Files.readString(temp.resolve("reported.json"))).doesNotContain("label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"accounts\":{\"a\":{}}}", "{\"accounts\":7}",
        "{\"accounts\":{\"a\":{\"at\":\"then\",\"usdToday\":\"1\"}}}",
        "{\"accounts\":{\"a\":{\"at\":\"2026-11-27T06:00:00Z\",\"usdToday\":\"much\"}}}",
        "{\"accounts\":{\"a\":{\"at\":\"2026-11-27T06:00:00Z\",\"usdToday\":\"1e999999999\"}}}"})
    void whatIsNoNewsIsNone(String content) throws Exception {
        Files.writeString(temp.resolve("reported.json"), content);
        var file = new ReportedFile(temp);
        assertThat(file.load()).isEmpty();
        file.save("a", news("0.42"));
        assertThat(file.load()).containsOnlyKeys("a");
    }
}
