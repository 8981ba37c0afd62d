package app.pitot.bench;

import app.pitot.accounts.Household;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.catalogue.CachedCatalogue;
import app.pitot.catalogue.CatalogueCache;
import app.pitot.catalogue.Figures;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.Ledger;
import app.pitot.history.MemoryHistory;
import app.pitot.provider.Catalogue;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Settings;
import app.pitot.ui.Core;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.shell.MainWindow;
import app.pitot.ui.theme.ThemeManager;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.TranscriptView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;

/** The app's window on a simulator without limits, in the same process. */
final class WholeWindow {
    private static final int SETTLE_MS = 200;

    private final AutoCloseable server;
    private final OkHttpChatClient client;
    /** When text last came from the network; 0 before the first. */
    private final AtomicLong arrival = new AtomicLong();
    private final Lag lags = new Lag();
    private MainWindow window;
    private TranscriptView transcript;
    private long taken;

    private WholeWindow(AutoCloseable server) {
        this.server = server;
        this.client = new OkHttpChatClient(Clocks.system());
    }

    static WholeWindow open(int tokensPerSecond) throws InterruptedException {
        var plan = Catalogue.shipped().plan("custom").orElseThrow();
        try {
            var server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed((double) tokensPerSecond));
            return open(server, server.baseUrl().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param server closed with the window; it replies at {@code baseUrl} */
    static WholeWindow open(AutoCloseable server, String baseUrl) throws InterruptedException {
        var catalogue = Catalogue.shipped();
        var plan = catalogue.plan("custom").orElseThrow();
        try {
            var whole = new WholeWindow(server);
            var account = Accounts.simulator(baseUrl, plan);
            var clocks = Clocks.system();
            var core = new Core(clocks,
                    new StampedExchanges(new ExchangeEngine(clocks, whole.client, Ledger.none()), whole.arrival),
                    whole.client,
                    catalogue,
                    Settings.DEFAULT, List.of(account), true,
                    "llama3.1-8b",
                    Household.apart(Files.createTempDirectory("pitot-bench"), catalogue, clocks, _ -> {}),
                    new CachedCatalogue(catalogue, whole.client, CatalogueCache.none(), Figures.none(), clocks),
                    new MemoryHistory());
            WindowBench.onFx(() -> {
                whole.window = new MainWindow(new Stage(), core, ThemeManager.ofPlatform(),
                        new FxThread(Throwable::printStackTrace));
                whole.window.chat().parameters().maxTokens().set(null);
                whole.window.show();
                whole.transcript = (TranscriptView) whole.window.scene().lookup(".transcript");
                whole.window.scene().addPostLayoutPulseListener(whole::laidOut);
            });
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MainWindow window() {
        return window;
    }

    /** From a text's arrival from the network to the end of the layout that shows it. */
    Lag lags() {
        return lags;
    }

    /** A pulse begins: it shows what arrived before. */
    void pulse() {
        long last = arrival.get();
        if (last != taken) {
            taken = last;
            lags.arrived(last);
        }
    }

    private void laidOut() {
        if (transcript.model().messages().stream().allMatch(each -> !(each instanceof ReplyRows reply)
                || reply.waiting() == 0)) {
            lags.shown();
        }
    }

    /** Returns when the reply has ended and is shown. */
    void ask(int tokens) throws InterruptedException {
        ask("Write " + tokens + " tokens");
    }

    /** The same with any question. */
    void ask(String question) throws InterruptedException {
        var ended = new CountDownLatch(1);
        WindowBench.onFx(() -> {
            window.chat().last().subscribe(result -> {
                if (result != null) {
                    if (result.outcome() != Outcome.COMPLETE) {
                        System.out.println("the reply ended " + result.outcome() + ": " + result.error());
                    }
                    ended.countDown();
                }
            });
            window.chat().draft().set(question);
            window.chat().send();
        });
        ended.await();
        Thread.sleep(SETTLE_MS);
    }

    void close() throws InterruptedException {
        WindowBench.onFx(() -> window.stage().hide());
        client.close();
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not end", e);
        }
    }
}
