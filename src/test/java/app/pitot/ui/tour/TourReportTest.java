package app.pitot.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourReportTest {
    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();
    private final TourReport report = new TourReport(new PrintWriter(printed));

    @Test
    void whatWasThrownIsAFailedStep() throws IOException {
        report.step("open", true, Map.of(), "the window is open");
        report.failed("first reply", new CompletionException(new IllegalStateException("Enter did not send")));
        report.write(folder.resolve("tour.json"));

        var written = new ObjectMapper().readTree(folder.resolve("tour.json").toFile());
        assertThat(written.get("worked").asBoolean()).isFalse();
        assertThat(written.get("steps")).hasSize(2);
        assertThat(written.at("/steps/1/step").asText()).isEqualTo("first reply");
        assertThat(written.at("/steps/1/ok").asBoolean()).isFalse();
        assertThat(written.at("/steps/1/error").asText()).isEqualTo("Enter did not send");
        assertThat(printed.toString()).contains("FAILED").contains("Enter did not send");
    }

    @Test
    void aThrowableWithoutAMessageIsNamed() {
        report.failed("limit", new ArrayIndexOutOfBoundsException());
        report.failed("limit", null);
        assertThat(printed.toString()).contains("ArrayIndexOutOfBounds").doesNotContain("null");
        assertThat(report.worked()).isFalse();
    }

    @Test
    void aFolderThatCannotBeWrittenHasAReason() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "x");
        assertThatThrownBy(() -> TourFolder.prepare(file)).isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("is a file");
        assertThatThrownBy(() -> TourFolder.prepare(file.resolve("below"))).isInstanceOf(IOException.class)
                .hasMessageContaining("below").hasMessageContaining("cannot be written");
        TourFolder.prepare(folder.resolve("new/deep"));
        assertThat(folder.resolve("new/deep")).isEmptyDirectory();
    }
}
