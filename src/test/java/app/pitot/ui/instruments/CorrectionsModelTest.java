package app.pitot.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Clocks;
import app.pitot.keys.KeyException;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Correction;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers on a real settings file. */
class CorrectionsModelTest {
    private static final Correction RPM = new Correction(Metric.REQUESTS, Period.MINUTE, 30L, 5L, Instant.EPOCH);
    private static final Correction TPH = new Correction(Metric.TOKENS, Period.HOUR, null, 1_000L, Instant.EPOCH);

    @TempDir
    Path folder;

    private final List<Object> problems = new ArrayList<>();
    private final ManualDelays delays = new ManualDelays();
    private Household house;
    private CorrectionsModel model;
    private String id;

    @BeforeEach
    void open() throws KeyException {
        house = house();
        id = house.book().add(new AccountEntry(null, "cerebras", "", null, null, "cerebras-free-2026-04",
                List.of(new LimitEdit(Metric.TOKENS, Period.DAY, 7L)), KeyPlace.NONE, true, List.of(), Route.DIRECT),
                NewSecrets.none()).id();
        model = model(house);
    }

    private Household house() {
        return Household.apart(folder, Catalogue.shipped(), Clocks.system(), problems::add);
    }

    private CorrectionsModel model(Household of) {
        return new CorrectionsModel(of.corrections(), new Jobs(Runnable::run, Runnable::run), delays);
    }

    private CorrectionFace face() {
        return model.faceProperty().get();
    }

    private List<LimitEdit> limits() {
        return house.book().entries().getFirst().limits();
    }

    private Long rpm() {
        return house.book().accounts().getFirst().planFor("m").limits().stream()
                .filter(each -> each.metric() == Metric.REQUESTS && each.period() == Period.MINUTE)
                .findFirst().orElseThrow().value();
    }

    @Test
    void whatTheProviderSaysIsOfferedAndNothingIsTakenByItself() {
        model.show(id, List.of(RPM));
        assertThat(face().sentence()).isEqualTo("Requests / min: the provider says 5, your plan says 30.");
        assertThat(face().use()).isEqualTo("Use 5");
        assertThat(face().keep()).isEqualTo("Keep 30");
        assertThat(limits()).hasSize(1);
        assertThat(rpm()).isEqualTo(30);
    }

    @Test
    void useWritesItAndUndoTakesItBack() {
        model.show(id, List.of(RPM, TPH));
        model.use();
        assertThat(rpm()).isEqualTo(5);
        assertThat(limits()).contains(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 5L),
                new LimitEdit(Metric.TOKENS, Period.DAY, 7L));
        assertThat(face().undo()).isEqualTo("Undo");
        model.show(id, List.of(TPH));
        assertThat(face().undo()).as("the way back stays for a while").isEqualTo("Undo");
        model.undo();
        assertThat(rpm()).isEqualTo(30);
        assertThat(limits()).containsExactly(new LimitEdit(Metric.TOKENS, Period.DAY, 7L));
        assertThat(face().sentence()).contains("names no such limit");
        assertThat(problems).isEmpty();
    }

    @Test
    void undoGivesBackWhatTheUserHadSetBefore() {
        var set = new Correction(Metric.TOKENS, Period.DAY, 7L, 9L, Instant.EPOCH);
        model.show(id, List.of(set));
        model.use();
        assertThat(limits()).containsExactly(new LimitEdit(Metric.TOKENS, Period.DAY, 9L));
        model.undo();
        assertThat(limits()).containsExactly(new LimitEdit(Metric.TOKENS, Period.DAY, 7L));
    }

    @Test
    void keepIsRememberedForThisFigureAlsoAfterARestart() {
        model.show(id, List.of(RPM));
        model.keep();
        assertThat(face().sentence()).contains("not offered again");
        delays.runAll();
        assertThat(face()).isNull();
        house.close();
        house = house();
        model = model(house);
        model.show(id, List.of(RPM));
        assertThat(face()).isNull();
        model.show(id, List.of(new Correction(Metric.REQUESTS, Period.MINUTE, 30L, 6L, Instant.EPOCH)));
        assertThat(face().use()).as("another figure").isEqualTo("Use 6");
    }

    @Test
    void keepCanBeTakenBack() {
        model.show(id, List.of(RPM));
        model.keep();
        model.undo();
        assertThat(face().use()).isEqualTo("Use 5");
    }

    @Test
    void noLimitAtAllIsAWordAndNoQuotaIsNoOffer() {
        model.show(id, List.of(new Correction(Metric.REQUESTS, Period.MINUTE, 30L, null, Instant.EPOCH)));
        assertThat(face().use()).isEqualTo("Use no limit");
        model.use();
        assertThat(limits()).contains(new LimitEdit(Metric.REQUESTS, Period.MINUTE, null));
        model.undo();
        model.show(id, List.of(new Correction(Metric.REQUESTS, Period.MINUTE, 30L, 0L, Instant.EPOCH)));
        assertThat(face()).isNull();
    }

    @Test
    void anAccountThatWasNotSetUpHereHasNothingToCorrectAndOneThatIsGoneSaysSo() {
        model.show("elsewhere", List.of(RPM));
        assertThat(face()).isNull();
        model.show(id, List.of(RPM));
        house.book().remove(id);
        model.use();
        assertThat(face().sentence()).startsWith("The limit was not changed.");
        assertThat(face().undo()).isNull();
        delays.runAll();
        assertThat(face()).isNull();
    }
}
