package app.pitot.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.Conversation;
import app.pitot.history.ForwardingHistory;
import app.pitot.history.Hit;
import app.pitot.history.SearchFailedException;
import app.pitot.history.Setup;
import app.pitot.transfer.ExportFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of conversations without a toolkit. */
class HistoryModelTest {
    private final HistoryDesk desk = new HistoryDesk();
    private final HistoryModel model = desk.model;

    private void keepSome() {
        desk.keep("a", "Token bucket", Duration.ofMinutes(5));
        desk.keep("b", "Pacing a batch", Duration.ofHours(1));
        desk.keep("c", "Regex for logs", Duration.ofHours(20));
        desk.keep("d", "Summary", Duration.ofDays(4));
        desk.keep("e", "Old one", Duration.ofDays(40));
    }

    @Test
    void conversationsStandUnderTheDaysOfTheUsersCalendar() {
        keepSome();
        desk.keep("f", "Just before midnight in Berlin", Duration.ofHours(14).plusMinutes(1));
        desk.keep("g", "Six days ago", Duration.ofDays(6));
        desk.keep("h", "Seven days ago", Duration.ofDays(7));
        desk.history.change("d", kept -> kept.withPinned(true));
        desk.load();
        assertThat(desk.shown()).containsExactly("[Pinned]", "*Summary", "[Today]", "Token bucket", "Pacing a batch",
                "[Yesterday]", "Just before midnight in Berlin", "Regex for logs", "[Last 7 days]", "Six days ago",
                "[October 2026]", "Seven days ago", "[September 2026]", "Old one");
    }

    @Test
    void overMidnightTheGroupsMove() {
        keepSome();
        desk.load();
        desk.now = Instant.parse("2026-10-15T22:00:01Z"); // 00:00:01 in Berlin
        desk.delays.runAll();
        assertThat(desk.shown()).containsExactly("[Yesterday]", "Token bucket", "Pacing a batch", "[Last 7 days]",
                "Regex for logs", "Summary", "[September 2026]", "Old one");
    }

    @Test
    void whatTheHistoryTellsIsReadOnceForManyNewsAndShown() {
        keepSome();
        desk.load();
        desk.settle();
        int before = desk.delays.size();
        for (int i = 0; i < 100; i++) {
            desk.history.change("e", kept -> kept.withChangedAt(HistoryDesk.NOW));
        }
        assertThat(desk.delays.size()).as("one reading for a hundred news").isEqualTo(before + 1);
        desk.settle();
        assertThat(desk.shown()).startsWith("[Today]", "Old one", "Token bucket");
    }

    @Test
    void aConversationThatIsNewOrGoneElsewhereComesAndGoes() {
        desk.load();
        assertThat(desk.shown()).isEmpty();
        desk.keep("n", "", Duration.ZERO);
        desk.settle();
        assertThat(desk.shown()).containsExactly("[Today]", "New chat");
        desk.history.delete("n");
        desk.settle();
        assertThat(desk.shown()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsTouched() {
        keepSome();
        desk.load();
        var changes = new ArrayList<String>();
        model.rows().addListener((ListChangeListener<HistoryRow>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + "-" + change.getTo() + " removed " + change.getRemovedSize());
            }
        });
        desk.history.change("a", kept -> kept.withDraft("typing"));
        desk.settle();
        assertThat(changes).as("a draft is not shown").isEmpty();
        model.rename("a", "The bucket");
        assertThat(changes).containsExactly("1-1 removed 1", "1-2 removed 0");
    }

    @Test
    void renamingIsTheUsersTitleAndLeavesTheRestAsItIs() {
        keepSome();
        desk.load();
        desk.history.change("a", kept -> kept.withDraft("half a question").withLeaf("leaf"));
        model.beginRename("a");
        model.rename("a", "  Buckets\nof tokens ");
        assertThat(model.renaming().get()).isNull();
        assertThat(desk.shown()).contains("Buckets of tokens");
        var kept = desk.history.conversation("a").orElseThrow();
        assertThat(kept.title()).isEqualTo("Buckets of tokens");
        assertThat(kept.titled()).isTrue();
        assertThat(kept.draft()).isEqualTo("half a question");
        assertThat(kept.leafId()).isEqualTo("leaf");
        model.rename("a", "   ");
        assertThat(desk.history.conversation("a").orElseThrow().title()).isEqualTo("Buckets of tokens");
    }

    @Test
    void aPinnedOneStandsAboveUntilItIsUnpinned() {
        keepSome();
        desk.load();
        model.pin("d", true);
        assertThat(desk.shown()).startsWith("[Pinned]", "*Summary", "[Today]");
        assertThat(desk.history.conversation("d").orElseThrow().pinned()).isTrue();
        model.pin("d", false);
        desk.settle();
        assertThat(desk.shown()).startsWith("[Today]").doesNotContain("[Pinned]");
    }

    @Test
    void whatIsDeletedComesBackWithinTenSeconds() {
        keepSome();
        desk.load();
        desk.settle();
        model.delete("a");
        assertThat(desk.delays.last()).isEqualTo(10_000);
        model.delete("c");
        assertThat(desk.shown()).doesNotContain("Token bucket", "Regex for logs", "[Yesterday]");
        assertThat(model.deleted()).extracting(Deletions.Pending::title).containsExactly("Regex for logs",
                "Token bucket");
        model.undo(model.deleted().getLast());
        assertThat(desk.shown()).contains("Token bucket").doesNotContain("Regex for logs");
        assertThat(desk.history.conversation("a")).isPresent();
        model.undoLast();
        assertThat(desk.shown()).contains("Token bucket", "Regex for logs");
        assertThat(model.deleted()).isEmpty();
        desk.settle();
        desk.settle();
        assertThat(desk.history.conversation("a")).as("the alarms of what came back do nothing").isPresent();
    }

    @Test
    void afterItsTimeItIsGoneForGoodAndSoItIsWhenTheAppEnds() {
        keepSome();
        desk.load();
        desk.settle();
        desk.say("a", "m", "words");
        model.delete("a");
        desk.settle();
        assertThat(model.deleted()).isEmpty();
        desk.history.restore("a");
        assertThat(desk.history.conversation("a")).isEmpty();
        assertThat(desk.history.messages("a")).isEmpty();
        model.delete("b");
        model.delete("c");
        model.close();
        desk.history.restore("b");
        desk.history.restore("c");
        assertThat(desk.history.conversations()).extracting(Conversation::id).containsExactly("d", "e");
    }

    @Test
    void deletingTheOpenOneMakesRoomAndUndoOpensItAgain() {
        keepSome();
        desk.load();
        model.open("a");
        model.delete("a");
        assertThat(desk.opened).containsExactly("a@null", "new");
        assertThat(desk.stopped).as("nobody pays for what nobody will read").containsExactly("a");
        model.undoLast();
        assertThat(desk.opened).last().isEqualTo("a@null");
        model.delete("b");
        assertThat(desk.opened).as("another one is left alone").hasSize(3);
    }

    @Test
    void theNextAndThePreviousChatGoAroundTheEnds() {
        keepSome();
        desk.load();
        model.step(1);
        model.step(1);
        model.step(-1);
        model.step(-1);
        assertThat(desk.opened).containsExactly("a@null", "b@null", "a@null", "e@null");
    }

    @Test
    void hitsComeAfterAPauseAndTheLastWordsWin() {
        keepSome();
        desk.say("a", "m1", "The bucket refills by the second");
        desk.say("d", "m2", "A bucket list");
        desk.load();
        desk.settle();
        model.query().set("buck");
        assertThat(desk.delays.last()).isEqualTo(120);
        model.query().set("bucket l");
        assertThat(desk.work.size()).as("nothing is looked for while typing").isZero();
        desk.delays.runAll();
        model.query().set("bucket refills");
        desk.delays.runAll();
        desk.work.runAll();
        assertThat(model.hits()).extracting(HitRow::messageId).containsExactly("m1");
        assertThat(model.searching().get()).isEqualTo(HistorySearch.State.FOUND);
        model.open(model.hits().getFirst());
        assertThat(desk.opened).containsExactly("a@m1");
        model.query().set("");
        assertThat(model.hits()).isEmpty();
        assertThat(model.searching().get()).isEqualTo(HistorySearch.State.NONE);
    }

    @Test
    void aSearchThatEndsAfterTheFieldWasClearedShowsNothing() {
        desk.keep("a", "One", Duration.ZERO);
        desk.say("a", "m1", "wind");
        model.query().set("wind");
        desk.delays.runAll();
        model.query().set("");
        desk.work.runAll();
        assertThat(model.hits()).isEmpty();
        assertThat(model.searching().get()).isEqualTo(HistorySearch.State.NONE);
    }

    @Test
    void nothingFoundSaysForWhat() {
        model.query().set(" zebra ");
        desk.settle();
        assertThat(model.searching().get()).isEqualTo(HistorySearch.State.NOTHING);
        assertThat(model.answered()).isEqualTo("zebra");
    }

    @Test
    void moreThanIsShownIsSaid() {
        desk.keep("a", "One", Duration.ZERO);
        for (int i = 0; i < HistorySearch.MOST - 1; i++) {
            desk.say("a", "m" + i, "wind");
        }
        desk.load();
        model.query().set("wind");
        desk.settle();
        assertThat(model.foundMore()).isFalse();
        desk.say("a", "last", "wind");
        desk.say("a", "one more", "wind");
        model.query().set("win");
        desk.settle();
        assertThat(model.hits()).hasSize(HistorySearch.MOST);
        assertThat(model.foundMore()).isTrue();
    }

    @Test
    void whatIsDeletedLeavesTheHitsToo() {
        desk.keep("a", "One", Duration.ZERO);
        desk.say("a", "m1", "wind");
        desk.load();
        model.query().set("wind");
        desk.settle();
        model.delete("a");
        assertThat(model.hits()).isEmpty();
        assertThat(model.searching().get()).isEqualTo(HistorySearch.State.NOTHING);
        model.undoLast();
        desk.work.runAll();
        assertThat(model.hits()).hasSize(1);
    }

    @Test
    void titlesAreFitToShow() {
        desk.keep("a", "evil\u202Egnp.exe\u0000 \uD800", Duration.ZERO);
        desk.load();
        assertThat(desk.shown().getLast()).isEqualTo("evil\uFFFDgnp.exe\uFFFD \uFFFD");
    }

    @Test
    void anExportAndAnImportSayHowFarTheyAreAndWhatCameOfThem(@TempDir Path folder) throws Exception {
        keepSome();
        desk.say("a", "m", "words");
        desk.load();
        var transfer = model.transfer();
        var file = folder.resolve("all.json");
        transfer.exportAll(ExportFormat.JSON, file);
        assertThat(transfer.running().get()).isTrue();
        assertThat(transfer.words().get()).isEqualTo("Exporting, 0 %");
        desk.work.runAll();
        assertThat(transfer.running().get()).isFalse();
        assertThat(transfer.words().get()).isEqualTo("Wrote 5 conversations into all.json.");

        var other = new HistoryDesk();
        other.load();
        other.model.transfer().take(file);
        other.settle();
        assertThat(other.model.transfer().words().get()).isEqualTo("Imported 5 conversations with one message.");
        assertThat(other.shown()).isEqualTo(desk.shown());
        other.model.transfer().putAway();
        assertThat(other.model.transfer().words().get()).isEmpty();

        var third = new HistoryDesk();
        third.model.transfer().take(file);
        third.model.transfer().cancel();
        third.settle();
        assertThat(third.model.transfer().words().get()).isEqualTo("Cancelled. Nothing of it was kept.");
        assertThat(third.history.conversations()).isEmpty();
        third.model.transfer().take(folder);
        third.settle();
        assertThat(third.model.transfer().words().get()).contains("folder");
    }

    @Test
    void fiveThousandAreArrangedWithinAFrameOrTwo() {
        for (int i = 0; i < 5_000; i++) {
            desk.history.save(Conversation.begin("c" + i, HistoryDesk.NOW.minus(Duration.ofHours(i)), Setup.NONE)
                    .withTitle("Conversation " + i, false).withDraft("x".repeat(1_000)));
        }
        long start = System.nanoTime();
        desk.load();
        long ms = (System.nanoTime() - start) / 1_000_000;
        assertThat(model.rows()).hasSizeGreaterThan(5_000);
        start = System.nanoTime();
        model.rename("c4000", "Another");
        long renamed = (System.nanoTime() - start) / 1_000_000;
        System.out.println("5,000 conversations: read and arranged in " + ms + " ms, renamed in " + renamed + " ms");
        assertThat(ms).isLessThan(2_000);
        assertThat(renamed).isLessThan(500);
        assertThat(List.copyOf(model.rows())).contains(new HistoryRow.Item("c4000", "Another", false, false));
    }

    @Test
    void aSearchThatFailsSaysWhyAndShowsWhatItFound() {
        var failing = new ForwardingHistory(desk.history) {
            @Override
            public List<Hit> search(String words, int limit) {
                throw new SearchFailedException("The history could not be searched.",
                        super.search("bucket", limit));
            }
        };
        keepSome();
        var over = desk.over(failing);
        desk.load();
        over.query().set("bucket");
        desk.settle();
        assertThat(over.searching().get()).isEqualTo(HistorySearch.State.FAILED);
        assertThat(over.searchNote()).isEqualTo("The history could not be searched.");
        assertThat(over.hits()).isEmpty();
        desk.say("a", "m", "the bucket is empty");
        over.query().set("bucke");
        desk.settle();
        assertThat(over.searching().get()).isEqualTo(HistorySearch.State.FAILED);
        assertThat(over.hits()).hasSize(1);
    }

    @Test
    void damageIsLookedForAndMarkedInTheList() {
        var bad = new HashSet<String>();
        var damaged = new ForwardingHistory(desk.history) {
            @Override
            public boolean damaged(String conversationId) {
                return bad.contains(conversationId);
            }

            @Override
            public void lookForDamage() {
                bad.add("b");
                save(conversation("b").orElseThrow());
            }
        };
        keepSome();
        var over = desk.over(damaged);
        over.load();
        desk.settle();
        desk.settle();
        assertThat(over.rows()).filteredOn(row -> row instanceof HistoryRow.Item item && item.damaged())
                .extracting(row -> ((HistoryRow.Item) row).id()).containsExactly("b");
    }
}
