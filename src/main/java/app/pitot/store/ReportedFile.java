package app.pitot.store;

import app.pitot.api.KeyStatus;
import app.pitot.api.KeyStatus.Cap;
import app.pitot.exchange.KeyNews;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What providers said last that keys spent in the day, as {@code reported.json} in the data folder, so that the command line
 * knows it too. Nothing of the keys is in it. Blocks on the disk; trouble is logged: it is said again with the next reply.
 */
public final class ReportedFile {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_ACCOUNTS = 200;
    /** No sum of dollars has more; a power of ten could fill the memory. */
    private static final int MOST_PLACES = 30;

    private final Path file;

    /** @param data the data folder; touches no disk yet */
    public ReportedFile(Path data) {
        this.file = data.resolve("reported.json");
    }

    /** Only what was spent in the day, and when that was said; does nothing if the provider did not say. */
    public synchronized void save(String accountId, KeyNews news) {
        if (news == null || news.status().usageDaily() == null) {
            return;
        }
        var all = new LinkedHashMap<>(load());
        // To the end: what was said longest ago goes first.
        all.remove(accountId);
        all.put(accountId, news);
        while (all.size() > MOST_ACCOUNTS) {
            all.remove(all.keySet().iterator().next());
        }
        var root = JSON.createObjectNode();
        var accounts = root.putObject("accounts");
        all.forEach((id, each) -> accounts.putObject(id).put("at", each.at().toString()).put("usdToday",
                each.status().usageDaily().toPlainString()));
        try {
            SafeFile.replace(file, file.resolveSibling("reported.json.bak"), JSON.writeValueAsBytes(root));
        } catch (IOException e) {
            LOG.warn("what a provider said could not be saved: {}", e.getClass().getSimpleName());
        }
    }

    /** By account; empty if there is nothing or it cannot be read. */
    public synchronized Map<String, KeyNews> load() {
        var found = new LinkedHashMap<String, KeyNews>();
        try {
            if (Files.size(file) <= MOST_BYTES) {
                JSON.readTree(Files.readAllBytes(file)).path("accounts").properties().forEach(each -> {
                    var news = news(each.getValue());
                    if (news != null) {
                        found.put(each.getKey(), news);
                    }
                });
            }
        } catch (NoSuchFileException e) {
            LOG.debug("no provider has said anything yet");
        } catch (IOException e) {
            LOG.warn("what providers said cannot be read: {}", e.getClass().getSimpleName());
        }
        return found;
    }

    /** Null if it is none. */
    private static KeyNews news(JsonNode node) {
        try {
            var sum = new BigDecimal(node.path("usdToday").asText());
            if (Math.abs((long) sum.scale()) > MOST_PLACES || sum.precision() > MOST_PLACES) {
                return null;
            }
            return new KeyNews(
                    new KeyStatus(null, Cap.UNKNOWN, Cap.UNKNOWN, null, null, sum, null, null, null, null, null,
                            null),
                    Instant.parse(node.path("at").asText()));
        } catch (NumberFormatException | DateTimeException e) {
            LOG.debug("an entry is no news: {}", e.getClass().getSimpleName());
            return null;
        }
    }
}
