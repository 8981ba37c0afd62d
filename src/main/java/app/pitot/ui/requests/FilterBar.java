package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.UsageReport.Key;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What narrows the list: words, also in the bodies, an account, a model, a stretch of time, and how requests ended. */
final class FilterBar extends VBox {
    /** All in one line where the window is as narrow as it may be. */
    private static final double WORDS = 168;
    private static final double CHOICE = 118;

    private final RequestsModel model;
    private final Filters filters;
    private final Names names;
    private final TextField typed = new TextField();
    private final ComboBox<String> accounts = choice("requests.filter.account", this::accountWords);
    private final ComboBox<String> models = choice("requests.filter.model", id -> id);
    private final ComboBox<Span> spans = choice("requests.filter.span", this::spanWords);
    private final Map<Status, ToggleButton> chips = new EnumMap<>(Status.class);
    private final Button clear = button("requests.filter.clear");
    /** True while the controls are put as the filter is. */
    private boolean showing;

    /** @param down gives the focus to the list */
    FilterBar(RequestsModel model, Names names, Runnable down) {
        super(6);
        this.model = model;
        this.filters = model.filters();
        this.names = names;
        getStyleClass().add("request-filters");
        typed.setPromptText(Texts.get("requests.filter.text"));
        typed.textProperty().bindBidirectional(filters.text());
        typed.setPrefWidth(WORDS);
        Describe.node(typed, Texts.get("requests.filter.text"), Texts.get("requests.filter.text.help"));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, down));
        var search = button("requests.bodies.search");
        search.disableProperty().bind(filters.text().map(String::isBlank));
        search.setOnAction(_ -> model.bodies().start());
        clear.setOnAction(_ -> {
            model.show(RequestFilter.ALL);
            typed.requestFocus();
        });
        var first = new FlowPane(8, 6, typed, search, accounts, models, spans);
        first.setAlignment(Pos.CENTER_LEFT);
        var second = new FlowPane(6, 6);
        second.setAlignment(Pos.CENTER_LEFT);
        for (var status : Status.values()) {
            second.getChildren().add(chip(status));
        }
        second.getChildren().addAll(clear, bodies());
        getChildren().addAll(first, second);
        take(accounts, filters::account);
        take(models, filters::model);
        take(spans, span -> filters.span(span == null ? Span.ANY : span));
        filters.filter().subscribe(this::show);
        model.known().accounts().subscribe(this::show);
        model.known().models().subscribe(this::show);
        show();
    }

    void focusFilter() {
        typed.requestFocus();
        typed.selectAll();
    }

    private void key(KeyEvent event, Runnable down) {
        if (event.getCode() == KeyCode.DOWN) {
            down.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !typed.getText().isEmpty()) {
            typed.clear();
            event.consume();
        }
    }

    /** Puts every control as the filter is, wherever it came from. */
    private void show() {
        var now = filters.filter().get();
        showing = true;
        try {
            chips.forEach((status, chip) -> chip.setSelected(now.statuses().contains(status)));
            fill(accounts, model.known().accounts().get().stream().map(Key::account).toList(), now.accounts());
            fill(models, model.known().models().get(), now.models());
            boolean other = filters.span().get() == Span.OTHER;
            spans.getItems().setAll(other
                    ? List.of(Span.values())
                    : List.of(Span.ANY, Span.HOUR, Span.TODAY, Span.WEEK, Span.MONTH));
            spans.setValue(filters.span().get());
        } finally {
            showing = false;
        }
        clear.setVisible(!now.equals(RequestFilter.ALL));
        clear.setManaged(clear.isVisible());
    }

    /** Null, which stands for all, is the first; several that were asked for from elsewhere are one choice. */
    private static void fill(ComboBox<String> box, List<String> known, Set<String> chosen) {
        var items = new ArrayList<String>();
        items.add(null);
        items.addAll(known);
        chosen.stream().filter(each -> !known.contains(each)).sorted().forEach(items::add);
        box.getItems().setAll(items);
        box.setValue(chosen.size() == 1 ? chosen.iterator().next() : null);
        box.setPromptText(
                chosen.size() > 1 ? Texts.get("requests.filter.several", chosen.size()) : (String) box.getUserData());
    }

    private <T> void take(ComboBox<T> box, Consumer<T> chosen) {
        box.valueProperty().addListener((_, _, now) -> {
            if (!showing) {
                chosen.accept(now);
            }
        });
    }

    private String accountWords(String id) {
        return names.called(id, model.known().accounts().get().stream().filter(key -> id.equals(key.account()))
                .map(Key::provider).findFirst().orElse(null));
    }

    private String spanWords(Span span) {
        var now = filters.filter().get();
        return span == Span.OTHER ? SpanWords.of(now.from(), now.until(), filters.zone()) : span.words();
    }

    private ToggleButton chip(Status status) {
        var chip = new ToggleButton(StatusWords.of(status));
        chip.getStyleClass().addAll("small", "status-chip", StatusWords.tone(status).styleClass());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> filters.toggle(status));
        Describe.node(chip, chip.getText(), Texts.get("requests.filter.status.help", chip.getText()));
        chips.put(status, chip);
        return chip;
    }

    /** How the search in the bodies goes, and the way to end it or to see all again. */
    private HBox bodies() {
        var search = model.bodies();
        var busy = new ProgressIndicator();
        busy.setPrefSize(14, 14);
        busy.visibleProperty().bind(search.busy());
        busy.managedProperty().bind(search.busy());
        var words = new Label();
        words.textProperty().bind(search.said());
        words.getStyleClass().addAll("text-secondary", "text-muted");
        var stop = button("requests.bodies.stop");
        stop.setOnAction(_ -> search.stop());
        stop.visibleProperty().bind(search.busy());
        stop.managedProperty().bind(search.busy());
        var box = new HBox(6, busy, words, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        box.visibleProperty().bind(search.said().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static Button button(String key) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(button, button.getText(), Texts.get(key + ".help"));
        return button;
    }

    private static <T> ComboBox<T> choice(String key, Function<T, String> words) {
        var box = new ComboBox<T>();
        var all = Texts.get(key + ".all");
        box.setPromptText(all);
        box.setUserData(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? box.getPromptText() : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? null : value == null ? all : words.apply(value));
            }
        });
        box.setPrefWidth(CHOICE);
        Describe.node(box, Texts.get(key), null);
        return box;
    }
}
