package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {
    private static final Logger LOG = LoggerFactory.getLogger(LoggingTest.class);

    private static String logged(Runnable work) {
        var err = new StringWriter();
        try (var _ = new Logging(new PrintWriter(err))) {
            work.run();
        }
        return err.toString();
    }

    @Test
    void warningsAndErrorsAreOneLineEach() {
        assertThat(logged(() -> {
            LOG.info("nobody needs this");
            LOG.warn("The ledger is {}.", "slow");
            LOG.error("Exchange 1 broke: java.lang.X\n    at a.b\n    at c.d");
        }).lines()).containsExactly("pitot: warning: The ledger is slow.",
                "pitot: error: Exchange 1 broke: java.lang.X at a.b at c.d");
    }

    @Test
    void aDefectIsNamedWithoutItsMessage() {
        var line = logged(() -> LOG.error("The ledger broke.", new IllegalStateException("what the user typed")));
        assertThat(line.strip().lines()).hasSize(1);
        assertThat(line).contains("java.lang.IllegalStateException", "LoggingTest").doesNotContain("typed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csk-canary123456", "sk-canary-123456", "gsk_canary123456", "Bearer canary",
        "Authorization: bearer canary123456"})
    void nothingThatLooksLikeAKeyIsLogged(String secret) {
        var line = logged(() -> LOG.warn("refused {} again", secret));
        assertThat(line).contains("(key hidden)", "refused", "again").doesNotContain("canary");
        assertThat(logged(() -> LOG.warn("x".repeat(490) + " " + secret))).doesNotContain("canary");
    }

    @Test
    void whatLoggedBeforeLogsAgainAfterwards() {
        var root = LogManager.getLogManager().getLogger("");
        var before = root.getHandlers();
        logged(() -> assertThat(root.getHandlers()).hasSize(1));
        assertThat(root.getHandlers()).containsExactly(before);
    }
}
