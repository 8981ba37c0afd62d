package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ChatImage;
import app.pitot.api.ChatParameters;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.history.Conversation;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.Setup;
import app.pitot.history.Unsent;
import app.pitot.ui.transcript.MetricsRow;
import app.pitot.ui.transcript.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept of a conversation when, and how it is shown again. */
class ChatHistoryTest {
    private final MemoryHistory history = new MemoryHistory();
    private final ChatRig rig = new ChatRig(history);
    private final ChatModel chat = rig.chat;

    private Conversation only() {
        assertThat(history.conversations()).hasSize(1);
        return history.conversations().getFirst();
    }

    private List<Message> kept() {
        return history.messages(only().id());
    }

    @Test
    @DisplayName("question and reply are handed to the history before the request is started")
    void theQuestionIsWrittenBeforeItIsSent() {
        var seen = new java.util.ArrayList<List<Message.State>>();
        rig.exchanges.starting = () -> seen
                .add(kept().stream().map(Message::state).toList());
        rig.ask("one");
        assertThat(seen).containsExactly(List.of(Message.State.COMPLETE, Message.State.STREAMING));
        assertThat(kept().getLast().exchangeId()).isEqualTo(rig.exchanges.last().id);
    }

    @Test
    void aReplyIsKeptAsItComesAndAsItEnds() {
        rig.ask("one");
        rig.exchanges.last().write("half");
        assertThat(kept().getLast().text()).as("by the tap, before any pulse").isEqualTo("half");
        rig.exchanges.last().end(Outcome.STOPPED, null);
        var reply = kept().getLast();
        assertThat(reply.state()).isEqualTo(Message.State.STOPPED);
        assertThat(reply.text()).isEqualTo("half");
        assertThat(reply.facts().modelId()).isEqualTo("m");
        assertThat(only().leafId()).isEqualTo(reply.id());
    }

    @Test
    void anEmptyChatLeavesNothingAndADraftAloneIsKept() {
        chat.newChat();
        rig.runLater();
        assertThat(history.conversations()).isEmpty();
        assertThat(chat.conversation().get()).isNull();

        chat.draft().set("# Half a question");
        assertThat(history.conversations()).as("not at every key").isEmpty();
        rig.runLater();
        assertThat(only().draft()).isEqualTo("# Half a question");
        assertThat(only().title()).isEqualTo("Half a question");

        chat.draft().set("");
        rig.runLater();
        assertThat(history.conversations()).as("nothing of it is left").isEmpty();
        assertThat(chat.conversation().get()).isNull();
    }

    private static final Picture PICTURE = new Picture(new ChatImage("image/png", new byte[]{1}), "a.png", 1, 1);

    @Test
    void picturesOfADraftOutliveTheWindowUntilTheyAreSent() {
        chat.pictures().add(PICTURE);
        rig.runLater();
        var id = only().id();
        var again = new ChatRig(history);
        again.chat.resume();
        assertThat(again.chat.conversation().get().id()).as("a draft waits there").isEqualTo(id);
        assertThat(again.chat.pictures()).containsExactly(PICTURE);
        again.chat.send();
        assertThat(history.unsent(id)).isEqualTo(Unsent.NONE);
        assertThat(history.messages(id).getFirst().pictures()).containsExactly(PICTURE);

        again.exchanges.last().end(Outcome.COMPLETE, null);
        again.chat.newChat();
        assertThat(again.chat.pictures()).isEmpty();
        again.chat.pictures().add(PICTURE);
        again.chat.open(id);
        assertThat(again.chat.pictures()).as("each conversation has its own").isEmpty();
        assertThat(history.conversations()).hasSize(2);
    }

    @Test
    void aDraftOfOnePictureThatIsTakenOutLeavesNothing() {
        chat.pictures().add(PICTURE);
        rig.runLater();
        assertThat(history.conversations()).hasSize(1);
        chat.pictures().clear();
        rig.runLater();
        assertThat(history.conversations()).isEmpty();
    }

    @Test
    void picturesOfTheNewQuestionWaitWhileAnOldOneIsEdited() {
        rig.say("one", "first");
        chat.pictures().add(PICTURE);
        chat.editLast();
        rig.runLater();
        assertThat(chat.pictures()).isEmpty();
        assertThat(history.unsent(only().id()).pictures()).containsExactly(PICTURE);
    }

    @Test
    void picturesThatAreLostAreSpokenOf() {
        chat.draft().set("one");
        rig.runLater();
        history.keepUnsent(only().id(), new Unsent(List.of(PICTURE), Map.of(), 2));
        var again = new ChatRig(history);
        again.chat.open(only().id());
        assertThat(again.chat.pictures()).containsExactly(PICTURE);
        assertThat(again.chat.hint().get()).startsWith("2 pictures of this draft could not be read").contains("them");
    }

    @Test
    void theTitleIsTheFirstQuestionUntilTheUserGivesOne() {
        rig.say("  **What** is drag?\nIn one sentence.", "A force.");
        assertThat(only().title()).isEqualTo("What is drag?");
        rig.say("And lift?", "Another.");
        assertThat(only().title()).isEqualTo("What is drag?");
        chat.rename("Flight");
        assertThat(only().title()).isEqualTo("Flight");
        assertThat(only().titled()).isTrue();
        chat.rename(" ");
        assertThat(only().title()).isEqualTo("What is drag?");
        assertThat(only().titled()).isFalse();
    }

    @Test
    @DisplayName("another window opens what this one wrote: the same rows, figures, details, draft and setup")
    void allOfItIsThereAgain() {
        chat.parameters().systemPrompt().set("Be brief.");
        chat.parameters().temperature().set(0.3);
        rig.say("one", "first");
        rig.say("two", "second");
        chat.draft().set("three?");
        chat.close();

        var again = new ChatRig(history);
        again.picker.select(ChatRig.OTHER, "x");
        again.chat.open(only().id());
        assertThat(again.shown()).containsExactly("one", "first", "two", "second");
        assertThat(again.transcript.rows().stream().filter(MetricsRow.class::isInstance).toList())
                .hasSameSizeAs(rig.transcript.rows().stream().filter(MetricsRow.class::isInstance).toList());
        assertThat(again.chat.draft().get()).isEqualTo("three?");
        assertThat(again.chat.parameters().systemPrompt().get()).isEqualTo("Be brief.");
        assertThat(again.chat.parameters().temperature().get()).isEqualTo(0.3);
        assertThat(again.picker.selected().get().account()).isEqualTo(ChatRig.ACCOUNT);
        again.chat.send();
        assertThat(again.told()).containsExactly("system: Be brief.", "user: one", "assistant: first", "user: two",
                "assistant: second", "user: three?");
    }

    @Test
    void anAccountThatIsGoneIsSaidAndThePickerKeepsItsChoice() {
        rig.say("one", "first");
        var again = new ChatRig(history, List.of(ChatRig.OTHER));
        again.chat.open(only().id());
        assertThat(again.picker.selected().get().account()).isEqualTo(ChatRig.OTHER);
        assertThat(again.chat.hint().get()).contains("m", "is gone");
    }

    @Test
    void aReplyGoesOnWhileAnotherConversationIsShownAndIsLiveWhenItComesBack() {
        rig.ask("one");
        var run = rig.exchanges.last();
        var first = only().id();
        run.write("Some ");
        chat.pulse();
        chat.newChat();
        assertThat(chat.running().get()).isFalse();
        assertThat(chat.pulse()).as("nobody looks").isFalse();
        rig.say("elsewhere", "there");

        run.write("more ");
        int asked = rig.pulsesAsked;
        chat.open(first);
        assertThat(rig.pulsesAsked).isGreaterThan(asked);
        assertThat(chat.running().get()).isTrue();
        assertThat(rig.shown()).containsExactly("one", "Some more ");
        run.write("text.");
        chat.pulse();
        assertThat(rig.shown()).containsExactly("one", "Some more text.");
        run.end(Outcome.COMPLETE, null);
        assertThat(chat.running().get()).isFalse();
        assertThat(history.messages(first).getLast().text()).isEqualTo("Some more text.");
    }

    @Test
    void aReplyThatEndsUnseenIsShownWholeLater() {
        rig.ask("one");
        var run = rig.exchanges.last();
        var first = only().id();
        chat.newChat();
        run.write("all");
        run.end(Outcome.COMPLETE, null);
        assertThat(rig.transcript.messages()).isEmpty();
        chat.open(first);
        assertThat(rig.shown()).containsExactly("one", "all");
    }

    @Test
    void twoConversationsStreamAtOnceEscapeStopsTheShownOneAndClosingStopsAll() {
        rig.ask("one");
        var one = rig.exchanges.last();
        chat.newChat();
        rig.ask("two");
        var two = rig.exchanges.last();
        chat.escape();
        assertThat(one.stopped).isFalse();
        assertThat(two.stopped).isTrue();

        var closed = chat.close();
        assertThat(one.stopped).isTrue();
        two.end(Outcome.STOPPED, null);
        assertThat(closed).isNotDone();
        one.end(Outcome.STOPPED, null);
        assertThat(closed).isDone();
        assertThat(history.conversations()).allSatisfy(each -> assertThat(history.messages(each.id()).getLast().state())
                .isEqualTo(Message.State.STOPPED));
    }

    @Test
    void draftsBelongToTheirConversation() {
        rig.say("one", "first");
        var first = only().id();
        chat.draft().set("for the first");
        chat.newChat();
        assertThat(chat.draft().get()).isEmpty();
        chat.draft().set("for the second");
        chat.open(first);
        assertThat(chat.draft().get()).isEqualTo("for the first");
        var second = history.conversations().stream().filter(each -> !each.id().equals(first)).findFirst();
        chat.open(second.orElseThrow().id());
        assertThat(chat.draft().get()).isEqualTo("for the second");
    }

    @Test
    void whatWasChangedElsewhereIsTakenOverAndNotUndone() {
        rig.say("one", "first");
        history.change(only().id(), now -> now.withTitle("From the list", true).withPinned(true));
        rig.runLater();
        assertThat(chat.conversation().get().title()).isEqualTo("From the list");
        chat.draft().set("more");
        rig.runLater();
        assertThat(only().title()).isEqualTo("From the list");
        assertThat(only().pinned()).isTrue();
        assertThat(only().draft()).isEqualTo("more");
    }

    @Test
    void messagesOfAnotherWindowBecomeReachable() {
        rig.say("one", "first");
        var other = new ChatRig(history);
        other.now = rig.now;
        other.chat.open(only().id());
        other.say("two", "second");
        rig.runLater();
        assertThat(rig.shown()).as("this window's branch goes on there").containsExactly("one", "first", "two",
                "second");
    }

    @Test
    void aDeletedConversationMakesRoomAndIsNotSavedAgain() {
        rig.ask("one");
        chat.draft().set("unsent");
        history.delete(only().id());
        rig.runLater();
        rig.runLater();
        assertThat(rig.exchanges.last().stopped).isTrue();
        assertThat(rig.transcript.messages()).isEmpty();
        assertThat(chat.conversation().get()).isNull();
        rig.exchanges.last().end(Outcome.STOPPED, null);
        rig.runLater();
        assertThat(history.conversations()).isEmpty();
    }

    @Test
    void aConversationThatIsNoLongerThereIsSaidAndWhatIsShownStays() {
        rig.say("one", "first");
        chat.open("nowhere");
        assertThat(rig.shown()).containsExactly("one", "first");
        assertThat(chat.hint().get()).isNotBlank();
    }

    @Test
    void aRecentConversationOrADraftIsTakenUpAgainAndAnOldOneIsNot() {
        rig.say("one", "first");
        var soon = new ChatRig(history);
        soon.now = rig.now.plus(Duration.ofHours(1));
        soon.chat.resume();
        assertThat(soon.shown()).containsExactly("one", "first");

        var late = new ChatRig(history);
        late.now = rig.now.plus(Duration.ofHours(9));
        late.chat.resume();
        assertThat(late.shown()).isEmpty();

        chat.draft().set("wait");
        rig.runLater();
        late.chat.resume();
        assertThat(late.shown()).containsExactly("one", "first");
    }

    @Test
    void whoHasBegunToTypeIsLeftAlone() {
        rig.say("one", "first");
        var again = new ChatRig(history);
        again.chat.draft().set("x");
        again.chat.resume();
        assertThat(again.shown()).isEmpty();
        assertThat(again.chat.draft().get()).isEqualTo("x");
    }

    @Test
    @DisplayName("a reply that Pitot did not live to see end is shown with what came, and can go on or be asked again")
    void anInterruptedReply() {
        history.save(Conversation.begin("c", Instant.EPOCH, new Setup("", ChatParameters.NONE, "a", "m")));
        history.add(Message.question("q", "c", null, Instant.EPOCH, "one", List.of()));
        var cut = Message.reply("r", "c", "q", Instant.EPOCH, "x");
        history.add(new Message("r", "c", "q", cut.kind(), cut.at(), "half of", "", List.of(), List.of(), null, "x",
                Message.State.TRUNCATED, null, false));
        chat.open("c");
        assertThat(rig.shown()).containsExactly("one", "half of");
        var notice = rig.notices().getFirst();
        assertThat(notice.title()).isEqualTo("Pitot ended before the reply did");
        assertThat(notice.kept()).contains("7 characters");
        assertThat(notice.actions()).extracting(Notice.Action::label).containsExactly("Continue", "Try again");
        notice.actions().getFirst().run().run();
        assertThat(rig.told()).containsExactly("user: one", "assistant: half of",
                "user: Continue exactly where you stopped. Do not repeat anything.");
        assertThat(rig.shown()).as("what was sent is seen").hasSize(4);
    }

    @Test
    void damagedMessagesAreMarkedAndNotSent() {
        history.save(Conversation.begin("c", Instant.EPOCH, Setup.NONE));
        history.add(damaged(Message.question("q", "c", null, Instant.EPOCH, "one?", List.of())));
        history.add(damaged(Message.reply("r", "c", "q", Instant.EPOCH, "x")));
        chat.open("c");
        assertThat(rig.notices()).extracting(Notice::title).filteredOn("This message is damaged"::equals).hasSize(2);
        rig.ask("two");
        assertThat(rig.told()).containsExactly("user: two");
    }

    @Test
    void aFailureOfLongAgoIsSaidWithoutACountdown() {
        rig.ask("one");
        rig.exchanges.last().end(Outcome.REFUSED,
                new ApiError(ErrorKind.RATE_LIMIT, 429, null, "slow down", 30.0, null));
        var again = new ChatRig(history);
        again.chat.open(only().id());
        var notice = again.notices().getFirst();
        assertThat(notice.title()).isEqualTo(rig.notices().getFirst().title());
        assertThat(notice.kept()).contains("HTTP 429", "slow down");
        assertThat(notice.next()).doesNotContain("30 s");
        assertThat(notice.actions()).extracting(Notice.Action::label).containsExactly("Try again");
        rig.runLater();
    }

    @Test
    void aHitIsRevealedAlsoOutsideTheShownBranch() {
        rig.say("one", "first");
        var reply = kept().getLast().id();
        chat.regenerateLast();
        rig.exchanges.last().write("again");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(rig.shown()).containsExactly("one", "again");
        var revealed = new java.util.ArrayList<String>();
        chat.onReveal(message -> revealed.add(message.markdown()));
        chat.open(only().id(), reply);
        assertThat(rig.shown()).containsExactly("one", "first");
        assertThat(revealed).containsExactly("first");
    }

    private static Message damaged(Message m) {
        return new Message(m.id(), m.conversationId(), m.parentId(), m.kind(), m.at(), m.text(), m.reasoning(),
                m.pictures(), m.toolCalls(), m.toolCallId(), m.exchangeId(), Message.State.COMPLETE, m.facts(), true);
    }
}
