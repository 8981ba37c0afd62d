package app.pitot.ui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.OkHttpChatClient;
import app.pitot.base.Clocks;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.history.Conversation;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.SqliteLedger;
import app.pitot.ui.common.Jobs;
import app.pitot.usage.RequestRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying, sending again and going to the chat, over the real pipeline and the simulator. */
class ActionsModelTest {
    @TempDir
    Path folder;
    private final MemoryTraces traces = new MemoryTraces();
    private final MemoryHistory history = new MemoryHistory();
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(Runnable::run, fx::add);
    private final List<Account> accounts = new ArrayList<>();
    private final List<String> selected = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<ExchangeSpec> checked = new ArrayList<>();
    private SimulatorServer server;
    private OkHttpChatClient client;
    private SqliteLedger ledger;
    private DetailsModel details;
    private ActionsModel model;

    @BeforeEach
    void open() throws IOException {
        var catalogue = Catalogue.shipped();
        var plan = catalogue.plan("cerebras-free-2026-04").orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withTtftMs(5));
        accounts.add(Accounts.simulator(server.baseUrl().toString(), plan));
        client = new OkHttpChatClient(Clocks.system());
        ledger = new SqliteLedger(folder, Clocks.system(), _ -> {});
        var names = new Names(() -> accounts, catalogue);
        details = new DetailsModel(traces, jobs, names, new Clocks(() -> 0, () -> Rows.NOW), ZoneOffset.UTC);
        var engine = new ExchangeEngine(Clocks.system(), client, ledger);
        var links = new Links(() -> {}, () -> {}, (conversation, message) -> opened.add(conversation + " " + message),
                history, engine, spec -> {
                    checked.add(spec);
                    return "Fits: 1,336 tokens.";
                }, (_, id) -> ModelInfo.ofId(id));
        model = new ActionsModel(details, names, links, jobs, selected::add);
    }

    @AfterEach
    void close() {
        client.close();
        ledger.close();
        server.close();
    }

    private RequestRow kept() {
        var row = Rows.of("id-1", 1, app.pitot.api.Outcome.COMPLETE, null, "gpt-oss-120b",
                accounts.getFirst().id());
        traces.put(row.id(), MemoryTraces.streamed(3));
        details.show(row);
        run();
        return row;
    }

    private void run() {
        while (!fx.isEmpty()) {
            fx.poll().run();
        }
    }

    @Test
    void theCommandHasNoSecretAndSaysWhatToSet() {
        kept();
        assertThat(model.curl()).startsWith("curl ").contains("chat/completions").doesNotContain("Bearer …")
                .contains("How do I pace");
        assertThat(model.said().get()).contains("$").contains("no secret");
    }

    @Test
    void withoutItsAccountTheCommandCanBeMadeButNoRequest() {
        kept();
        accounts.clear();
        assertThat(model.curl()).startsWith("curl ").contains("chat/completions").contains("How do I pace");
        assertThat(model.said().get()).contains("straight to the endpoint");
        model.ask();
        run();
        assertThat(model.said().get()).contains("not set up here");
        assertThat(model.asked().get()).isNull();
    }

    @Test
    void theCommandTakesThePlaceOfTheQuestion() {
        kept();
        model.ask();
        run();
        assertThat(model.asked().get()).isNotNull();
        model.curl();
        assertThat(model.asked().get()).as("else nobody reads what came of it").isNull();
        assertThat(model.said().get()).contains("clipboard");
    }

    @Test
    void nothingIsSentBeforeTheUserSaysSoAndWhatCameOfItIsSelected() throws InterruptedException {
        kept();
        model.ask();
        run();
        assertThat(model.asked().get().words()).contains("Fits: 1,336 tokens.");
        assertThat(checked).hasSize(1);
        model.leave();
        assertThat(model.asked().get()).isNull();
        model.send();
        assertThat(model.sending().get()).isFalse();
        model.ask();
        run();
        model.send();
        assertThat(model.sending().get()).isTrue();
        while (model.sending().get()) {
            fx.poll(20, TimeUnit.SECONDS).run();
        }
        assertThat(selected).hasSize(1);
        assertThat(ledger.lastModel(accounts.getFirst().id())).isEqualTo("gpt-oss-120b");
    }

    @Test
    void theReplysConversationIsFoundUnlessThereIsNone() {
        history.save(Conversation.begin("c", Rows.NOW, Setup.NONE));
        history.add(Message.reply("m", "c", null, Rows.NOW, "id-1"));
        kept();
        assertThat(model.spot().get()).isNotNull();
        model.openConversation();
        assertThat(opened).containsExactly("c m");
        details.show(Rows.complete(7));
        run();
        assertThat(model.spot().get()).isNull();
    }
}
