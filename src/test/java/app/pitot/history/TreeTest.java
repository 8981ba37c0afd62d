package app.pitot.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static Message question(String id, String parent) {
        return Message.question(id, "c", parent, Instant.EPOCH, id, List.of());
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }

    private final Tree tree = new Tree(List.of(question("q1", null), question("a1", "q1"), question("q2", "a1"),
            question("a2", "q2"), question("a1b", "q1"), question("q1b", null)));

    @Test
    void aPathLeadsFromTheFirstMessageToTheOneAskedFor() {
        assertThat(ids(tree.path("a2"))).containsExactly("q1", "a1", "q2", "a2");
        assertThat(ids(tree.path("a1b"))).containsExactly("q1", "a1b");
        assertThat(tree.path("unknown")).isEmpty();
        assertThat(tree.path(null)).isEmpty();
    }

    @Test
    void versionsHaveTheSameParentAndStandInTheOrderOfTheirComing() {
        assertThat(ids(tree.versions("a1b"))).containsExactly("a1", "a1b");
        assertThat(ids(tree.versions("q1"))).as("first questions are versions of each other").containsExactly("q1",
                "q1b");
        assertThat(ids(tree.versions("a2"))).containsExactly("a2");
        assertThat(tree.versions("unknown")).isEmpty();
    }

    @Test
    void aBranchEndsWithWhatCameLastBelow() {
        assertThat(tree.leaf("a1")).isEqualTo("a2");
        assertThat(tree.leaf("q1")).isEqualTo("a1b");
        assertThat(tree.leaf("a1b")).isEqualTo("a1b");
        assertThat(tree.leaf(null)).as("the newest of all").isEqualTo("q1b");
        assertThat(tree.leaf("unknown")).isEqualTo("q1b");
        assertThat(new Tree().leaf(null)).isNull();
    }

    @Test
    void aMessageIsReplacedInItsPlace() {
        tree.put(Message.question("a1", "c", "q1", Instant.EPOCH, "other words", List.of()));
        assertThat(ids(tree.versions("a1b"))).containsExactly("a1", "a1b");
        assertThat(tree.path("a2").get(1).text()).isEqualTo("other words");
    }

    @Test
    void damageMakesNoEndlessPath() {
        var circle = new Tree(List.of(question("a", "b"), question("b", "a"), question("self", "self"),
                question("orphan", "gone")));
        assertThat(ids(circle.path("a"))).containsExactly("b", "a");
        assertThat(ids(circle.path("self"))).containsExactly("self");
        assertThat(ids(circle.path("orphan"))).containsExactly("orphan");
        assertThat(circle.leaf("a")).isIn("a", "b");
        assertThat(circle.leaf("self")).isEqualTo("self");
        assertThat(circle.leaf("orphan")).isEqualTo("orphan");
    }

    @Test
    void aLongBranchIsNoTroubleForTheStack() {
        var long100k = new Tree(IntStream.range(0, 100_000)
                .mapToObj(i -> question("m" + i, i == 0 ? null : "m" + (i - 1))).toList());
        assertThat(long100k.path(long100k.leaf("m0"))).hasSize(100_000);
    }
}
