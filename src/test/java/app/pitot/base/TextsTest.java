package app.pitot.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keys used, keys defined and their places agree. */
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLE = Path.of("src/main/resources/app/pitot/texts.properties");
    private static final Pattern USED = Pattern.compile("Texts\\.get\\(\\s*\"([a-zA-Z0-9_.-]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("(?:\"|bundle:)([a-zA-Z0-9_.-]+)[\"}]");

    @Test
    void everyKeyThatIsUsedIsDefined() throws IOException {
        var missing = new TreeSet<String>();
        var used = USED.matcher(sources());
        while (used.find()) {
            if (!bundle().containsKey(used.group(1))) {
                missing.add(used.group(1) + "=");
            }
        }
        assertThat(missing).as("lines to add to the bundle").isEmpty();
    }

    @Test
    void everyKeyThatIsDefinedIsUsed() throws IOException {
        var text = sources();
        var literals = new TreeSet<String>();
        var found = LITERAL.matcher(text);
        while (found.find()) {
            literals.add(found.group(1));
        }
        var unused = new TreeSet<String>();
        for (var key : bundle().stringPropertyNames()) {
            boolean mentioned = literals.contains(key)
                    || literals.stream().anyMatch(l -> l.endsWith(".") && key.startsWith(l))
                    || literals.stream().anyMatch(l -> l.startsWith(".") && l.length() > 1 && key.endsWith(l));
            if (!mentioned) {
                unused.add(key);
            }
        }
        assertThat(unused).as("keys that nothing mentions").isEmpty();
    }

    @Test
    void everyTextIsAValidPattern() throws IOException {
        var texts = bundle();
        for (var key : texts.stringPropertyNames()) {
            assertThat(new MessageFormat(texts.getProperty(key)).format(new Object[]{1, 2, 3, 4, 5, 6})).as(key)
                    .isNotBlank();
        }
    }

    @Test
    void noKeyIsDefinedTwice() throws IOException {
        var seen = new TreeSet<String>();
        for (var line : Files.readAllLines(BUNDLE)) {
            int at = line.indexOf('=');
            if (at > 0 && !line.startsWith("#")) {
                assertThat(seen.add(line.substring(0, at))).as(line).isTrue();
            }
        }
    }

    @Test
    void anApostropheIsOneApostropheWithAndWithoutPlaces() {
        assertThat(Texts.get("app.name")).isEqualTo("Pitot");
    }

    private static Properties bundle() throws IOException {
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLE)) {
            texts.load(in);
        }
        return texts;
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var all = new StringBuilder();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }
}
