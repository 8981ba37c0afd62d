package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.usage.Grouping;
import app.pitot.usage.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How past use was looked at is there again after a restart. */
class SettingsUsageTest {
    @TempDir
    Path folder;

    private SettingsStore store() {
        return new SettingsStore(folder, Clocks.system(), problem -> {
            throw new AssertionError(problem);
        });
    }

    private UsageChoice read(String json) throws IOException {
        Files.writeString(folder.resolve(SettingsStore.FILE), json);
        return store().load().usage();
    }

    @Test
    void choicesAreKept() {
        var colours = new LinkedHashMap<String, Integer>();
        colours.put("model:groq/z", 3);
        colours.put("model:groq/a", 0);
        var choice = new UsageChoice(Span.own(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 14)), Grouping.ACCOUNT,
                false, colours);
        store().load();
        store().update(settings -> settings.withUsage(choice));
        assertThat(store().load().usage()).isEqualTo(choice);
        assertThat(store().load().usage().colours().keySet()).as("the oldest first").containsExactly("model:groq/z",
                "model:groq/a");
        store().update(settings -> settings.withUsage(UsageChoice.DEFAULT));
        assertThat(store().load().usage()).as("what is taken back is gone").isEqualTo(UsageChoice.DEFAULT);
    }

    @Test
    void whatIsOddTakesItsDefault() throws IOException {
        assertThat(read("{}")).isEqualTo(UsageChoice.DEFAULT);
        assertThat(read("{\"usage\": 7}")).isEqualTo(UsageChoice.DEFAULT);
        assertThat(read("{\"usage\": {\"span\": \"OWN\", \"from\": \"2026-04-14\", \"to\": \"2026-04-01\"}}").span())
                .as("the wrong way round").isEqualTo(UsageChoice.DEFAULT.span());
        assertThat(read("{\"usage\": {\"span\": \"OWN\", \"from\": \"yesterday\"}}").span())
                .isEqualTo(UsageChoice.DEFAULT.span());
        var some = read("{\"usage\": {\"span\": \"ALL\", \"by\": \"planet\", \"simulated\": \"no\","
                + " \"colours\": {\"a\": 1, \"b\": \"red\"}}}");
        assertThat(some)
                .isEqualTo(new UsageChoice(Span.of(Span.Kind.ALL), UsageChoice.DEFAULT.by(), null, Map.of("a", 1)));
    }

    @Test
    void ofTooManyColoursTheNewestAreKept() {
        var colours = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < 500; i++) {
            colours.put("m" + i, i % 7);
        }
        var kept = new UsageChoice(Span.today(), Grouping.MODEL, null, colours).colours();
        assertThat(kept).hasSize(200).containsKey("m499").doesNotContainKey("m299");
    }
}
