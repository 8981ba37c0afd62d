package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.history.Message;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Metric;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Database;
import app.pitot.store.SqliteHistory;
import app.pitot.store.SqliteLedger;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.offer.FakeCatalogue;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.MetricsRow;
import app.pitot.ui.transcript.NoticeRow;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.TranscriptModel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real requests to the real simulator, kept in a real database, and opened again by another window. */
@Timeout(60)
class KeptChatTest {
    private final Clocks clocks = Clocks.system();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    @TempDir
    private Path folder;
    private SimulatorServer server;
    private OkHttpChatClient client;
    private Account account;
    private String model = "llama3.1-8b";

    /** Stands for the JavaFX thread. */
    private ExecutorService fx;
    private Database database;
    private SqliteHistory history;
    private SqliteLedger ledger;
    private TranscriptModel transcript;
    private ChatModel chat;

    @BeforeEach
    void start() throws Exception {
        client = new OkHttpChatClient(clocks);
        serve("cerebras-free-2026-04");
        open();
    }

    private void serve(String planId) throws Exception {
        var plan = Catalogue.shipped().plan(planId).orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withTtftMs(20));
        account = Accounts.simulator(server.baseUrl().toString(), plan);
    }

    @AfterEach
    void stop() throws Exception {
        shut();
        background.shutdownNow();
        client.close();
        server.close();
    }

    private void open() throws Exception {
        fx = Executors.newSingleThreadExecutor();
        database = new Database(folder, clocks, problem -> {
            throw new AssertionError(problem.message());
        });
        history = new SqliteHistory(database, clocks);
        ledger = new SqliteLedger(database, clocks);
        on(() -> {
            var offers = new OffersModel(new FakeCatalogue(), List.of(account), fx);
            var picker = new PickerModel(offers, clocks, Runnable::run, fx);
            transcript = new TranscriptModel(clocks.ticker(), Runnable::run);
            chat = new ChatModel(new ExchangeEngine(clocks, client, ledger), clocks, history, offers, picker,
                    transcript, new InstrumentsModel(clocks, ZoneOffset.UTC, (_, _) -> {}), new Jobs(background, fx),
                    (_, _) -> {}, () -> {});
            picker.select(account, model);
            return null;
        });
    }

    /** The window is gone, and with it all that was only in memory. */
    private void shut() throws Exception {
        on(() -> chat.close()).get(20, TimeUnit.SECONDS);
        history.close();
        database.close();
        fx.shutdown();
        assertThat(fx.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private <T> T on(Callable<T> work) throws Exception {
        return fx.submit(work).get(20, TimeUnit.SECONDS);
    }

    private void until(Callable<Boolean> condition) throws Exception {
        while (!on(condition)) {
            Thread.sleep(5);
        }
    }

    private void say(String question) throws Exception {
        on(() -> {
            chat.draft().set(question);
            chat.send();
            return null;
        });
        until(() -> !chat.running().get());
    }

    private List<String> notices() {
        return transcript.rows().stream().filter(NoticeRow.class::isInstance)
                .map(row -> ((NoticeRow) row).notice().get().title()).toList();
    }

    private String onlyId() {
        assertThat(history.conversations()).hasSize(1);
        return history.conversations().getFirst().id();
    }

    private List<String> shown() throws Exception {
        return on(() -> transcript.messages().stream().map(app.pitot.ui.transcript.Message::markdown).toList());
    }

    private List<String> figures() throws Exception {
        return on(() -> transcript.rows().stream().filter(MetricsRow.class::isInstance)
                .map(row -> ((MetricsRow) row).figures().toString()).toList());
    }

    @Test
    @DisplayName("what was said, its figures, the draft and the other version are there after the window is gone")
    void allOfItIsThereAgain() throws Exception {
        say("In one sentence: what is a knot");
        say("In one sentence: and a fathom");
        on(() -> {
            chat.regenerateLast();
            return null;
        });
        until(() -> !chat.running().get());
        on(() -> {
            chat.draft().set("half a ques");
            return null;
        });
        var before = shown();
        var figures = figures();
        assertThat(before).hasSize(4).noneMatch(String::isBlank);
        assertThat(figures).hasSize(2);
        shut();

        open();
        var id = onlyId();
        on(() -> {
            chat.open(id);
            return null;
        });
        until(() -> chat.conversation().get() != null);
        assertThat(shown()).isEqualTo(before);
        assertThat(figures()).isEqualTo(figures);
        assertThat(on(() -> chat.draft().get())).isEqualTo("half a ques");
        assertThat(on(() -> transcript.messages().getLast().versions().get().count())).isEqualTo(2);
        say("In one sentence: go on");
        assertThat(on(() -> chat.last().get().spec().request().messages().size())).isEqualTo(5);
    }

    @Test
    @DisplayName("closing in the middle of a reply keeps what came, marked as stopped")
    void closingKeepsWhatCame() throws Exception {
        on(() -> {
            chat.draft().set("Write 3000 tokens");
            chat.send();
            return null;
        });
        until(() -> {
            chat.pulse();
            return chat.liveTokens() > 20 || !chat.running().get();
        });
        shut();
        open();
        var reply = history.messages(onlyId()).getLast();
        assertThat(reply.state()).isEqualTo(Message.State.STOPPED);
        assertThat(reply.facts().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(reply.text()).isNotBlank();
        on(() -> {
            chat.open(reply.conversationId());
            return null;
        });
        until(() -> chat.conversation().get() != null);
        assertThat(on(() -> ((ReplyRows) transcript.messages().getLast()).markdown())).isEqualTo(reply.text());
    }

    @Test
    @DisplayName("closing while a question waits to be sent keeps the question, sends nothing and charges nothing")
    void closingKeepsWhatWaitsToBeSent() throws Exception {
        shut();
        server.close();
        serve("cerebras-trial-2026-09");
        model = "gpt-oss-120b";
        open();
        int sent = 0;
        while (on(() -> chat.preFlight().get().waitMs()) == null) {
            say("In one sentence: number " + ++sent);
            assertThat(sent).as("the plan has limits").isLessThan(20);
        }
        on(() -> {
            chat.draft().set("The one that waits");
            chat.send();
            return null;
        });
        until(() -> {
            chat.pulse();
            return notices().stream().anyMatch(title -> title.startsWith("Waiting for room"));
        });
        shut();
        open();
        var kept = history.messages(onlyId());
        assertThat(kept.get(kept.size() - 2).text()).isEqualTo("The one that waits");
        assertThat(kept.getLast().state()).isEqualTo(Message.State.STOPPED);
        assertThat(kept.getLast().text()).isEmpty();
        on(() -> {
            chat.open(kept.getLast().conversationId());
            return null;
        });
        until(() -> chat.conversation().get() != null);
        assertThat(on(this::notices)).containsExactly("Not sent");
        assertThat(server.state().admitted()).isEqualTo(sent);
        assertThat(server.state().refused()).isZero();
        var charged = ledger.since(account.id(), model, Instant.EPOCH).stream()
                .mapToLong(use -> use.charged(Metric.REQUESTS)).sum();
        assertThat(charged).isEqualTo(sent);
    }

    @Test
    @DisplayName("a refusal for a quota is the end while sending again is off, and is waited out while it is on")
    void aRefusalIsSentAgainOnlyIfThatIsOn() throws Exception {
        on(() -> {
            chat.repeats().set(false);
            return null;
        });
        say("/fault 429-tokens\nHello");
        assertThat(on(() -> chat.last().get().outcome())).isEqualTo(Outcome.REFUSED);
        assertThat(ledger.since(account.id(), model, Instant.EPOCH)).hasSize(1);
        on(() -> {
            chat.repeats().set(true);
            chat.draft().set("/fault 429-tokens\nHello");
            chat.send();
            return null;
        });
        until(() -> {
            chat.pulse();
            return notices().stream().anyMatch(title -> title.startsWith("The provider refused it"));
        });
        assertThat(on(() -> chat.running().get())).isTrue();
    }
}
