package app.pitot.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours stand in the palettes alone, whichever view a stylesheet belongs to. */
class SheetsTest {
    private static final Path SHEETS = Path.of("src/main/resources/app/pitot/ui");
    private static final Pattern COLOUR = Pattern.compile("#\\p{XDigit}{3,8}\\b|rgba?\\(");

    @Test
    void noStylesheetButAPaletteNamesAColour() throws IOException {
        try (var files = Files.walk(SHEETS)) {
            var sheets = files.filter(f -> f.toString().endsWith(".css"))
                    .filter(f -> !f.getFileName().toString().startsWith("palette-")).toList();
            assertThat(sheets).hasSizeGreaterThan(3);
            for (var sheet : sheets) {
                var text = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
                assertThat(COLOUR.matcher(text).find()).as(sheet.toString()).isFalse();
            }
        }
    }
}
