package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FindModelTest {
    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private long now;
    private final TranscriptModel model = new TranscriptModel(() -> now += 500_000, turns::add);
    private final FindModel find = new FindModel(model, () -> now += 500_000, turns::add);

    private void turn() {
        for (int left = turns.size(); left > 0; left--) {
            turns.remove().run();
        }
    }

    private void allTurns() {
        for (int i = 0; i < 100_000 && !turns.isEmpty(); i++) {
            turn();
        }
        assertThat(turns).isEmpty();
    }

    private void look(String words) {
        find.query().set(words);
        find.open();
        allTurns();
    }

    private FindModel.State state() {
        return find.state().get();
    }

    @Test
    @DisplayName("It finds in questions, prose, code, tables, lists and folded reasoning, whatever the case")
    void everywhere() {
        model.addQuestion("Needle?");
        var reply = model.addReply("m");
        reply.append(
                "# NEEDLE\n\na **nee**dle\n\n- needle\n\n```\nneedle needle\n```\n\n| needle |\n|---|\n| x needle |\n",
                "thinking of a needle");
        reply.finish(List.of());
        look("needle");
        assertThat(state().count()).isEqualTo(9);
        assertThat(state().searching()).isFalse();
        look("NÉ");
        assertThat(state().count()).isZero();
        look("a.b");
        assertThat(state().count()).isZero();
    }

    @Test
    @DisplayName("It goes around in both directions, from the first or from the last")
    void around() {
        model.addQuestion("a a a");
        look("a");
        assertThat(state()).isEqualTo(new FindModel.State(0, 3, false));
        assertThat(find.go(-1).from()).isEqualTo(4);
        assertThat(state().number()).isEqualTo(3);
        assertThat(find.go(1).from()).isZero();
        assertThat(find.go(1).from()).isEqualTo(2);
        assertThat(state().number()).isEqualTo(2);
        look("x");
        assertThat(find.go(1)).isNull();
    }

    @Test
    @DisplayName("A thousand messages are searched over several pulses, those without rows too")
    void long1000() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 500; i++) {
            entries.add(new Entry.Asked("question " + i, List.of()));
            entries.add(
                    new Entry.Replied("m", "Answer with a needle " + i, "", "", List.of(), Details.NONE, List.of()));
        }
        model.show(entries);
        assertThat(model.placed()).isFalse();
        find.query().set("needle");
        find.open();
        turn();
        assertThat(state().searching()).isTrue();
        assertThat(state().count()).isBetween(1, 499);
        allTurns();
        assertThat(state()).isEqualTo(new FindModel.State(0, 500, false));
    }

    @Test
    @DisplayName("What streams is found, the place the user is at stays, and closing forgets all")
    void streaming() {
        var reply = model.addReply("m");
        reply.append("one needle\n\n", "");
        allTurns();
        look("needle");
        var at = find.go(1);
        reply.append("another needle\n\n", "");
        now += 1_000_000_000;
        allTurns();
        assertThat(state()).isEqualTo(new FindModel.State(1, 2, false));
        assertThat(find.current()).isEqualTo(at);
        model.clear();
        allTurns();
        assertThat(state().count()).isZero();
        find.close();
        model.addQuestion("needle");
        allTurns();
        assertThat(state().count()).isZero();
    }
}
