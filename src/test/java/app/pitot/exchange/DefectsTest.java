package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ApiException;
import app.pitot.api.CheckStep;
import app.pitot.api.KeyStatus;
import app.pitot.api.RunningCheck;
import java.util.function.Consumer;
import app.pitot.api.ChatCall;
import app.pitot.api.ChatClient;
import app.pitot.api.ChatRequest;
import app.pitot.api.Delta;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.StreamEnd;
import app.pitot.api.StreamSink;
import app.pitot.api.Target;
import app.pitot.base.Clocks;
import app.pitot.provider.ModelInfo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Timeout;

/** Whatever breaks inside: a result comes, with the text that had arrived, and the ledger has a row. */
@Timeout(60)
class DefectsTest {
    private final List<String> events = new ArrayList<>();

    private ExchangeResult run(ChatCall call, Ledger ledger) throws Exception {
        var client = new ChatClient() {
            @Override
            public ChatCall newCall(Target target, ChatRequest request) {
                return call;
            }

            @Override
            public void checkKey(Target target, String path) {}

            @Override
            public List<ModelInfo> models(Target target) {
                return List.of();
            }

            @Override
            public List<ModelInfo> models(Target target, String publicUrl) {
                return List.of();
            }

            @Override
            public void warm(Target target) {
                target.close();
            }

            @Override
            public KeyStatus keyStatus(Target target, String path) throws ApiException {
                throw new ApiException(new ApiError(ErrorKind.NOT_FOUND, 404, null, "no", null, null));
            }

            @Override
            public RunningCheck check(Target target, Consumer<CheckStep> steps) {
                throw new IllegalStateException();
            }

            @Override
            public void forget(String baseUrl) {}

            @Override
            public void close() {}
        };
        var engine = new ExchangeEngine(Clocks.system(), client, ledger);
        var account = Accounts.simulator("http://127.0.0.1:1/v1", Bench.FREE);
        return Bench.await(engine.start(Bench.spec(account, "Hello", 100)));
    }

    private static ChatCall call(java.util.function.Function<StreamSink, StreamEnd> body) {
        return new ChatCall() {
            @Override
            public StreamEnd execute(StreamSink sink) {
                return body.apply(sink);
            }

            @Override
            public void stop() {}
        };
    }

    private static void speak(StreamSink sink) {
        sink.sending(1);
        sink.text(Delta.ANSWER, "kept".toCharArray(), 0, 4, 4);
    }

    private void assertInternal(ExchangeResult result) {
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.error().kind()).isEqualTo(ErrorKind.INTERNAL);
        assertThat(result.error().message()).doesNotContain("secret");
    }

    @Test
    void anExceptionInTheTransport() throws Exception {
        var result = run(call(sink -> {
            speak(sink);
            throw new IllegalStateException("secret");
        }), new RecordingLedger(events));
        assertInternal(result);
        assertThat(result.answer()).isEqualTo("kept");
        assertThat(result.reservation()).isNotNull();
        assertThat(events).containsExactly("begin " + result.reservation().tokens(), "end FAILED");
    }

    @Test
    void anErrorInTheTransport() throws Exception {
        var result = run(call(sink -> {
            speak(sink);
            throw new StackOverflowError("secret");
        }), new RecordingLedger(events));
        assertInternal(result);
        assertThat(result.answer()).isEqualTo("kept");
    }

    @Test
    void aClientThatMakesNoCall() throws Exception {
        var result = run(null, new RecordingLedger(events));
        assertInternal(result);
        assertThat(result.reservation()).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
    void aLedgerThatThrows(Class<? extends Throwable> defect) throws Exception {
        var broken = new Ledger() {
            @Override
            public void begin(Attempt attempt, ExchangeSpec spec, java.time.Instant at, long reservedTokens) {}

            @Override
            public void end(Attempt attempt, ExchangeResult result, boolean last) {
                DefectsTest.<RuntimeException>fail(defect);
            }

            @Override
            public List<app.pitot.quota.PastUse> since(String accountId, String model, java.time.Instant since) {
                throw new IllegalStateException("secret");
            }

            @Override
            public void close() {}
        };
        var result = run(call(sink -> {
            speak(sink);
            return new StreamEnd(Outcome.COMPLETE, "stop", null, null, null, 1, 2, true);
        }), broken);
        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(result.answer()).isEqualTo("kept");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Class<? extends Throwable> defect) throws T {
        try {
            throw (T) defect.getConstructor(String.class).newInstance("secret");
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theRowIsWrittenBeforeTheRequestLeaves() throws Exception {
        run(call(sink -> {
            events.add("sent");
            return new StreamEnd(Outcome.COMPLETE, "stop", null, null, null, 0, 2, true);
        }), new RecordingLedger(events));
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).startsWith("begin");
        assertThat(events.get(1)).isEqualTo("sent");
        assertThat(events.get(2)).isEqualTo("end COMPLETE");
    }
}
