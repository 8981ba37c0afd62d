package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.desktop.Notifications;
import app.pitot.exchange.BudgetWarnings.Warning;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Forecast;
import app.pitot.quota.Spent;
import app.pitot.quota.WindowState.Level;
import app.pitot.ui.budgets.BannerView;
import app.pitot.ui.budgets.BannersModel;
import app.pitot.ui.common.FxTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The page of budgets and the banner, worked with the keyboard. */
class BudgetsPageTest extends FxTest {
    private final BudgetDesk desk = new BudgetDesk();
    private BudgetsModel model;
    private Stage stage;

    private Button button(String text) {
        return fx(() -> stage.getScene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(each -> each.isVisible() && each.getText().equals(text)).findFirst().orElseThrow());
    }

    private boolean says(String text) {
        return fx(() -> stage.getScene().getRoot().lookupAll(".label").stream().map(Labeled.class::cast)
                .anyMatch(each -> each.isVisible() && each.getText().contains(text)));
    }

    @Test
    void aBudgetIsSetByKeyboardAndDeletedWithAWayBack() {
        desk.spent = new Spent(2, 950, 0, 0, 0);
        stage = show(() -> {
            model = new BudgetsModel(desk.tools());
            return new BudgetsPage(model);
        }, 720, 600);
        assertThat(says("No budget is set")).isTrue();
        onFx(button("Set a budget")::fire);
        pulses(2);
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isInstanceOf(TextField.class);
        onFx(() -> ((TextField) stage.getScene().getFocusOwner()).setText("1,00"));
        assertThat(says("Write a whole number of tokens")).isTrue();
        onFx(() -> ((TextField) stage.getScene().getFocusOwner()).setText("1,000"));
        press(KeyCode.ENTER);
        onFx(desk.background::runAll);
        pulses(2);
        assertThat(says("950 of 1,000 tokens used, 95 %")).isTrue();
        assertThat(says("over 90 %")).isTrue();
        onFx(button("Delete")::fire);
        onFx(desk.background::runAll);
        assertThat(says("Deleted: 1,000 tokens per day")).isTrue();
        onFx(button("Undo")::fire);
        onFx(desk.background::runAll);
        pulses(1);
        assertThat(says("1,000 tokens per day")).isTrue();
    }

    @Test
    void tryingANotificationMovesNothing() {
        stage = show(() -> {
            model = new BudgetsModel(desk.tools());
            return new BudgetsPage(model);
        }, 460, 600);
        onFx(button("Set a budget")::fire);
        pulses(3);
        var save = button("Set");
        var before = fx(() -> save.localToScene(0, 0));
        for (var reach : Notifications.Reach.values()) {
            desk.reach = reach;
            onFx(button("Try it")::fire);
            onFx(desk.background::runAll);
            pulses(3);
            assertThat(fx(() -> save.localToScene(0, 0))).isEqualTo(before);
        }
    }

    @Test
    void escapeLeavesTheForm() {
        stage = show(() -> {
            model = new BudgetsModel(desk.tools());
            return new BudgetsPage(model);
        }, 720, 600);
        onFx(button("Set a budget")::fire);
        pulses(2);
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> model.form().get())).isNull();
        assertThat(fx(desk.kept::isEmpty)).isTrue();
    }

    @Test
    void theBannerTakesNoRoomUntilItSpeaksAndGoesWhenItIsDismissed() {
        var asked = new ArrayList<String>();
        var now = Instant.parse("2026-11-26T12:00:00Z");
        var banners = new BannersModel(new Clocks(() -> 0, () -> now), ZoneOffset.UTC, (_, _) -> {}, id -> id);
        stage = show(() -> new BannerView(banners, asked::add), 720, 100);
        assertThat(fx(() -> stage.getScene().getRoot().isVisible())).isFalse();
        var budget = new Budget("b", null, Metric.USD, 1_000_000, Period.MONTH, ZoneOffset.UTC, true, false);
        onFx(() -> banners.warn(new Warning(new BudgetState(budget, 910_000, 0, Level.RED, now.minusSeconds(9),
                now.plusSeconds(9_000), Forecast.idle(now, 0), Provenance.ESTIMATED, 0), 90)));
        pulses(1);
        assertThat(says("91 % of your budget of $1.00 per month used")).isTrue();
        onFx(button("Budget settings")::fire);
        assertThat(asked).isEqualTo(List.of("b"));
        onFx(button("Dismiss")::fire);
        assertThat(fx(() -> stage.getScene().getRoot().isVisible())).isFalse();
    }
}
