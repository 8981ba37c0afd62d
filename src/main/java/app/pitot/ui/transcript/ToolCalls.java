package app.pitot.ui.transcript;

import app.pitot.api.ToolCall;
import app.pitot.ui.common.JsonLayout;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The calls that a reply wants made, and the results that the user enters for them. Nothing is ever run here. JavaFX
 * thread only.
 */
public final class ToolCalls {
    /** Whether results can be entered. */
    public enum State {
        /** The results went to the model, or are part of the conversation. */
        ANSWERED,
        /** Results can be entered and sent. */
        OPEN,
        /** The conversation went on without results. */
        PASSED
    }

    private final List<Call> calls;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.PASSED);
    private final BooleanBinding complete;
    private Consumer<List<String>> send = _ -> {};

    ToolCalls(List<ToolCall> wanted) {
        calls = wanted.stream().map(Call::new).toList();
        complete = Bindings.createBooleanBinding(() -> calls.stream().allMatch(Call::entered),
                calls.stream().flatMap(each -> java.util.stream.Stream.of(each.result, each.empty))
                        .toArray(javafx.beans.Observable[]::new));
    }

    /** Never empty, in the model's order. */
    public List<Call> calls() {
        return calls;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** True once every call has its result, be it one that is empty on purpose. */
    public BooleanBinding complete() {
        return complete;
    }

    /**
     * Lets results be entered; what is entered already stays.
     *
     * @param sender given one result for each call, in their order; says so with {@link #answered} if it took them
     */
    public void open(Consumer<List<String>> sender) {
        send = sender;
        state.set(State.OPEN);
    }

    /** Shows the results that were given; a null one is missing. @param results one for each call, in their order */
    public void answered(List<String> results) {
        for (int i = 0; i < calls.size() && i < results.size(); i++) {
            calls.get(i).result.set(results.get(i) == null ? "" : results.get(i));
            calls.get(i).empty.set(results.get(i) != null && results.get(i).isEmpty());
        }
        state.set(State.ANSWERED);
    }

    /** The conversation went on without results; what was typed stays readable. Without effect once answered. */
    public void pass() {
        if (state.get() == State.OPEN) {
            state.set(State.PASSED);
        }
    }

    /** Hands the results over, unless one is missing or they cannot be sent any more. */
    public void send() {
        if (state.get() == State.OPEN && complete.get()) {
            send.accept(calls.stream().map(each -> each.result.get()).toList());
        }
    }

    /** One call and its result. */
    public static final class Call {
        private final ToolCall wanted;
        private final String pretty;
        private final StringProperty result = new SimpleStringProperty("");
        private final BooleanProperty empty = new SimpleBooleanProperty();

        private Call(ToolCall wanted) {
            this.wanted = wanted;
            this.pretty = JsonLayout.pretty(wanted.arguments()).orElse(null);
        }

        /** Of the function. */
        public String name() {
            return wanted.name();
        }

        /** Laid out if they are JSON, else as the model wrote them. */
        public String arguments() {
            return pretty == null ? wanted.arguments() : pretty;
        }

        /** False if the arguments are no JSON. */
        public boolean wellFormed() {
            return pretty != null;
        }

        /** JSON or text, as the user types it. */
        public StringProperty result() {
            return result;
        }

        /** True if an empty result is meant to be one. */
        public BooleanProperty empty() {
            return empty;
        }

        private boolean entered() {
            return empty.get() || !result.get().isBlank();
        }
    }
}
