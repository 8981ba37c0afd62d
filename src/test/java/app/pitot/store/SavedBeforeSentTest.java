package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.OkHttpChatClient;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At the moment when a server has the request, another reader of the file finds the question. */
@Timeout(60)
class SavedBeforeSentTest {
    private static final String REPLY = "data: {\"choices\":[{\"delta\":{\"content\":\"Hello.\"}}]}\n\n"
            + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    @TempDir
    Path temp;

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    private HttpServer server() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            seen.add(onDisk());
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                out.write(REPLY.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        return server;
    }

    private String onDisk() {
        try (var other = Sql.open(temp.resolve("pitot.db"))) {
            return String.join(" ", Sql.texts(other,
                    "SELECT kind || ':' || state || ':' || text FROM message ORDER BY seq"))
                    + " " + Sql.number(other, "SELECT count(*) FROM request WHERE outcome IS NULL");
        } catch (SQLException e) {
            return e.toString();
        }
    }

    @Test
    void theQuestionIsOnTheDiskWhenTheRequestArrives() throws Exception {
        var server = server();
        var problems = new ArrayList<StoreProblem>();
        try (var client = new OkHttpChatClient(Rows.CLOCKS);
                var database = new Database(temp, Rows.CLOCKS, problems::add);
                var history = new SqliteHistory(database, Rows.CLOCKS)) {
            var engine = new ExchangeEngine(Rows.CLOCKS, client, new SqliteLedger(database, Rows.CLOCKS));
            var plain = Rows.spec("m");
            var account = new Account("a", plain.account().provider(),
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/v1", null, KeySource.none(), "");
            history.save(Conversation.begin("c", Rows.NOW, Setup.NONE));
            history.add(Message.question("q", "c", null, Rows.NOW, "Hi", List.of()));
            history.add(Message.reply("r", "c", "q", Rows.NOW, "x"));
            var running = engine.start(new ExchangeSpec(account, ModelInfo.ofId("m"), plain.request()), "x",
                    history.tap("r"));
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("question:complete:Hi reply:streaming: 1");
            running.result().get(20, TimeUnit.SECONDS);
            // Nobody told the history of the end: the ledger's row did.
            history.taken(List.of());
            assertThat(onDisk()).isEqualTo("question:complete:Hi reply:complete:Hello. 0");
            assertThat(history.messages("c")).noneMatch(Message::damaged);
        } finally {
            server.stop(0);
        }
        assertThat(problems).isEmpty();
    }
}
