package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ChatMessage;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.ToolCall;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.transcript.MessageAction;
import app.pitot.ui.transcript.MessageAction.Kind;
import app.pitot.ui.transcript.NoticeRow;
import java.util.ArrayList;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.ToolCalls;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Edit, ask again, ask another model, go on, branch, and the versions that come of it. */
class ChatBranchesTest {
    private final MemoryHistory history = new MemoryHistory();
    private final ChatRig rig = new ChatRig(history);
    private final ChatModel chat = rig.chat;

    @Test
    void anEditedQuestionIsANewVersionAndTheOldBranchStaysReachable() {
        rig.say("one", "first");
        rig.say("two", "second");
        chat.draft().set("a draft that waits");
        rig.act(0, Kind.EDIT);
        assertThat(chat.draft().get()).isEqualTo("one");
        assertThat(chat.hint().get()).contains("Editing");
        chat.draft().set("uno");
        rig.runLater();
        assertThat(history.conversations().getFirst().draft()).as("the draft is the one that waits")
                .isEqualTo("a draft that waits");
        chat.send();
        assertThat(chat.draft().get()).isEqualTo("a draft that waits");
        assertThat(chat.hint().get()).isEmpty();
        assertThat(rig.told()).containsExactly("user: uno");
        rig.exchanges.last().write("primo");
        rig.exchanges.last().end(Outcome.COMPLETE, null);

        assertThat(rig.shown()).containsExactly("uno", "primo");
        assertThat(rig.versions(0)).isEqualTo("2/2");
        rig.message(0).versions().get().previous().run();
        assertThat(rig.shown()).containsExactly("one", "first", "two", "second");
        assertThat(rig.versions(0)).isEqualTo("1/2");
        assertThat(rig.message(0).versions().get().previous()).isNull();
        rig.ask("three");
        assertThat(rig.told()).containsExactly("user: one", "assistant: first", "user: two", "assistant: second",
                "user: three");
    }

    @Test
    void escapeLeavesTheQuestionAsItIsAndBringsTheDraftBack() {
        rig.say("one", "first");
        chat.draft().set("mine");
        chat.editLast();
        chat.draft().set("other words");
        chat.escape();
        assertThat(chat.draft().get()).isEqualTo("mine");
        assertThat(chat.hint().get()).isEmpty();
        assertThat(rig.exchanges.started).hasSize(1);
    }

    @Test
    void escapeWhileEditingDoesNotStopAReplyElsewhere() {
        rig.ask("one");
        chat.newChat();
        rig.say("two", "second");
        chat.editLast();
        chat.escape();
        assertThat(rig.exchanges.started.getFirst().stopped).isFalse();
    }

    @Test
    void askingAgainMakesAVersionInTheSamePlace() {
        rig.say("one", "first");
        var question = rig.message(0);
        chat.regenerateLast();
        rig.exchanges.last().write("anew");
        assertThat(rig.versions(1)).as("while it streams").isEqualTo("2/2");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(rig.told()).containsExactly("user: one");
        assertThat(rig.shown()).containsExactly("one", "anew");
        assertThat(rig.message(0)).as("what is above stays as it is").isSameAs(question);
    }

    @Test
    void whatTheUserLooksAtIsWhatIsShownNextTime() {
        rig.say("one", "first");
        chat.regenerateLast();
        rig.exchanges.last().write("anew");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        rig.message(1).versions().get().previous().run();
        var again = new ChatRig(history);
        again.chat.open(history.conversations().getFirst().id());
        assertThat(again.shown()).containsExactly("one", "first");
        assertThat(again.versions(1)).isEqualTo("1/2");
    }

    @Test
    void aRefusalThatBroughtNothingIsNoVersion() {
        rig.ask("one");
        rig.exchanges.last().end(Outcome.REFUSED, new ApiError(ErrorKind.SERVER_ERROR, 500, null, "no", null, null));
        chat.regenerateLast();
        rig.exchanges.last().write("there");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(rig.versions(1)).isEmpty();
        assertThat(rig.notices()).isEmpty();
    }

    @Test
    @DisplayName("another model answers once, beside the first answer; the conversation's model stays")
    void anotherModelOnce() {
        askOther();
        assertThat(rig.exchanges.last().spec.account()).isEqualTo(ChatRig.OTHER);
        assertThat(rig.exchanges.last().spec.request().model()).isEqualTo("x");
        assertThat(rig.told()).containsExactly("user: one");
        assertThat(rig.picker.selected().get().model().id()).isEqualTo("m");
        assertThat(rig.shown()).as("the first stays where it is").containsExactly("one", "first");
        assertThat(chat.beside().pair().get()).isEqualTo(new BesideModel.Pair("m", "x"));

        rig.exchanges.last().write("other");
        assertThat(chat.pulse()).isTrue();
        assertThat(right()).containsExactly("one", "other");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(chat.running().get()).isFalse();
        assertThat(chat.beside().pair().get().right()).isEqualTo("x");
        chat.beside().keepRight();
        assertThat(chat.beside().pair().get()).isNull();
        assertThat(right()).isEmpty();
        assertThat(rig.shown()).containsExactly("one", "other");
        rig.ask("two");
        assertThat(rig.exchanges.last().spec.request().model()).isEqualTo("m");
        assertThat(rig.told()).contains("assistant: other");
    }

    @Test
    void theFirstAnswerIsKeptByGoingOnAndTheSecondStaysAVersion() {
        askOther();
        rig.exchanges.last().write("other");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(rig.versions(1)).isEqualTo("1/2");
        rig.ask("two");
        assertThat(chat.beside().pair().get()).isNull();
        assertThat(rig.told()).containsExactly("user: one", "assistant: first", "user: two");
    }

    @Test
    void theSecondAnswerCanBeKeptWhileItStreams() {
        askOther();
        rig.exchanges.last().write("oth");
        chat.pulse();
        chat.beside().keepRight();
        rig.exchanges.last().write("er");
        assertThat(chat.pulse()).isTrue();
        assertThat(rig.shown()).containsExactly("one", "other");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(rig.shown()).containsExactly("one", "other");
    }

    @Test
    void closingWhileItStreamsLetsItGoOnUnseenAndEscapeStillStopsIt() {
        askOther();
        chat.beside().close();
        assertThat(chat.pulse()).isFalse();
        chat.escape();
        assertThat(rig.exchanges.last().stopped).isTrue();
        rig.exchanges.last().write("o");
        rig.exchanges.last().end(Outcome.STOPPED, null);
        rig.message(1).versions().get().next().run();
        assertThat(rig.shown()).containsExactly("one", "o");
    }

    @Test
    void aSecondAnswerThatFailsSaysSoInItsOwnColumn() {
        askOther();
        rig.exchanges.last().end(Outcome.REFUSED, new ApiError(ErrorKind.SERVER_ERROR, 500, null, "no", null, null));
        assertThat(rig.notices()).isEmpty();
        var notices = chat.beside().transcript().rows().stream().filter(NoticeRow.class::isInstance)
                .map(NoticeRow.class::cast).toList();
        assertThat(notices).hasSize(1);

        var again = notices.getFirst().notice().get().actions().getFirst();
        assertThat(again.label()).isEqualTo("Try again");
        again.run().run();
        assertThat(rig.exchanges.last().spec.request().model()).as("the other model is asked again").isEqualTo("x");
        rig.exchanges.last().write("other");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(chat.beside().pair().get()).isEqualTo(new BesideModel.Pair("m", "x"));
        assertThat(right()).containsExactly("one", "other");
        assertThat(rig.shown()).containsExactly("one", "first");
    }

    @Test
    void theSecondAnswerHasAMenuOfItsOwn() {
        askOther();
        rig.exchanges.last().write("half");
        rig.exchanges.last().end(Outcome.STOPPED, null);
        var reply = chat.beside().transcript().messages().getLast();
        assertThat(reply.actions().get()).extracting(MessageAction::kind).containsExactly(Kind.REGENERATE,
                Kind.REGENERATE_WITH, Kind.CONTINUE, Kind.BRANCH, Kind.REQUEST);

        reply.actions().get().get(2).run().run();
        assertThat(chat.beside().pair().get()).isNull();
        assertThat(rig.shown()).as("the conversation goes on from it").startsWith("one", "half");
    }

    @Test
    void anotherVersionBesideKeepsItsQuestion() {
        askOther();
        rig.exchanges.last().write("other");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        var reply = chat.beside().transcript().messages().getLast();
        assertThat(reply.versions().get().number()).isEqualTo(2);
        reply.versions().get().previous().run();
        assertThat(right()).containsExactly("one", "first");
        assertThat(chat.beside().transcript().messages().getLast().versions().get().number()).isEqualTo(1);
    }

    @Test
    void resultsThatAreTypedStayWhileAnotherConversationIsLookedAt() {
        rig.ask("one");
        rig.exchanges.last().calls = List.of(new ToolCall("c1", "weather", "{}"));
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        var home = chat.conversation().get().id();
        ((ReplyRows) rig.transcript.messages().getLast()).toolCalls().calls().getFirst().result().set("sun");
        chat.newChat();
        chat.open(home);
        var calls = ((ReplyRows) rig.transcript.messages().getLast()).toolCalls();
        assertThat(calls.calls().getFirst().result().get()).isEqualTo("sun");
    }

    @Test
    void resultsThatAreTypedOutliveTheWindowUntilTheyAreSent() {
        rig.ask("one");
        rig.exchanges.last().calls = List.of(new ToolCall("c1", "weather", "{}"), new ToolCall("c2", "wind", "{}"));
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        var home = chat.conversation().get().id();
        ((ReplyRows) rig.transcript.messages().getLast()).toolCalls().calls().getLast().result().set("su");
        rig.runLater();

        var again = new ChatRig(history);
        again.chat.open(home);
        var calls = ((ReplyRows) again.transcript.messages().getLast()).toolCalls();
        assertThat(calls.calls()).extracting(each -> each.result().get()).containsExactly("", "su");
        again.chat.submitToolResults(List.of("sun", "west"));
        assertThat(history.unsent(home).isEmpty()).isTrue();
    }

    @Test
    void storedVersionsAreShownBesideEachOtherToo() {
        rig.say("one", "first");
        assertThat(rig.actions(1)).doesNotContain(Kind.COMPARE);
        chat.regenerateLast();
        rig.exchanges.last().write("anew");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        rig.act(1, Kind.COMPARE);
        assertThat(rig.shown()).containsExactly("one", "anew");
        assertThat(right()).containsExactly("one", "first");
        chat.newChat();
        assertThat(chat.beside().pair().get()).isNull();
    }

    private void askOther() {
        var asked = new ArrayList<Consumer<ModelChoice>>();
        chat.onOtherModelWanted(asked::add);
        rig.say("one", "first");
        rig.act(1, Kind.REGENERATE_WITH);
        assertThat(rig.exchanges.started).hasSize(1);
        asked.getFirst().accept(ModelChoice.typed(ChatRig.OTHER, "x"));
    }

    private List<String> right() {
        return chat.beside().transcript().messages().stream()
                .map(app.pitot.ui.transcript.Message::markdown).toList();
    }

    @Test
    void goingOnIsASentenceThatIsSeen() {
        rig.ask("one");
        rig.exchanges.last().write("half of it");
        rig.exchanges.last().end(Outcome.STOPPED, null);
        assertThat(rig.actions(1)).containsExactly(Kind.REGENERATE, Kind.REGENERATE_WITH, Kind.CONTINUE,
                Kind.BRANCH, Kind.REQUEST);
        rig.act(1, Kind.CONTINUE);
        assertThat(rig.shown()).containsExactly("one", "half of it",
                "Continue exactly where you stopped. Do not repeat anything.", "");
        assertThat(rig.told()).containsExactly("user: one", "assistant: half of it",
                "user: Continue exactly where you stopped. Do not repeat anything.");
    }

    @Test
    void aWholeReplyNeedNotGoOn() {
        rig.say("one", "first");
        assertThat(rig.actions(1)).doesNotContain(Kind.CONTINUE);
        assertThat(rig.actions(0)).containsExactly(Kind.EDIT, Kind.BRANCH);
    }

    @Test
    void aBranchIsAConversationOfItsOwn() {
        rig.say("one", "first");
        rig.say("two", "second");
        rig.act(1, Kind.BRANCH);
        assertThat(rig.shown()).containsExactly("one", "first");
        assertThat(chat.conversation().get().title()).isEqualTo("one (branch)");
        rig.say("three", "third");
        assertThat(rig.told()).containsExactly("user: one", "assistant: first", "user: three");
        assertThat(history.conversations()).hasSize(2);
        var ids = history.conversations().stream().flatMap(each -> history.messages(each.id()).stream())
                .map(Message::id).toList();
        assertThat(ids).hasSize(8).doesNotHaveDuplicates();
        var again = new ChatRig(history);
        again.chat.open(chat.conversation().get().id());
        assertThat(again.shown()).containsExactly("one", "first", "three", "third");
    }

    @Test
    void nothingIsAskedTwiceAtOnce() {
        rig.say("one", "first");
        rig.ask("two");
        chat.regenerateLast();
        chat.editLast();
        assertThat(rig.exchanges.started).hasSize(2);
        assertThat(chat.draft().get()).isEmpty();
    }

    @Test
    void toolResultsAreAddedAfterTheReplyAndSent() {
        rig.ask("What is the weather?");
        rig.exchanges.last().calls = List.of(new ToolCall("c1", "weather", "{}"), new ToolCall("c2", "wind", "{}"));
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(chat.callsWanted().get()).hasSize(2);
        var calls = ((ReplyRows) rig.transcript.messages().getLast()).toolCalls();
        assertThat(calls.state().get()).isEqualTo(ToolCalls.State.OPEN);
        calls.calls().getFirst().result().set("sun");
        calls.send();
        assertThat(rig.exchanges.started).as("one result is missing").hasSize(1);
        calls.calls().getLast().result().set("calm");
        calls.send();
        assertThat(calls.state().get()).isEqualTo(ToolCalls.State.ANSWERED);
        calls.send();
        assertThat(rig.exchanges.started).hasSize(2);
        assertThat(chat.callsWanted().get()).isEmpty();
        var sent = rig.exchanges.last().spec.request().messages();
        assertThat(sent).extracting(ChatMessage::role).containsExactly(ChatMessage.Role.USER,
                ChatMessage.Role.ASSISTANT, ChatMessage.Role.TOOL, ChatMessage.Role.TOOL);
        assertThat(sent.get(1).toolCalls()).hasSize(2);
        assertThat(sent.get(3).toolCallId()).isEqualTo("c2");
        rig.exchanges.last().write("Sunny and calm.");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        rig.ask("Thanks");
        assertThat(rig.exchanges.last().spec.request().messages()).hasSize(6);
    }

    @Test
    void callsWithoutResultsAreNotSent() {
        rig.ask("What is the weather?");
        rig.exchanges.last().calls = List.of(new ToolCall("c1", "weather", "{}"));
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        var calls = ((ReplyRows) rig.transcript.messages().getLast()).toolCalls();
        rig.ask("Never mind");
        assertThat(rig.told()).containsExactly("user: Never mind");
        assertThat(calls.state().get()).isEqualTo(ToolCalls.State.PASSED);
    }

    @Test
    void callsAndTheirResultsAreThereAgainWhenTheConversationIs() {
        rig.ask("What is the weather?");
        rig.exchanges.last().calls = List.of(new ToolCall("", "weather", "{}"), new ToolCall("", "wind", "{}"));
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        var id = chat.conversation().get().id();
        var waiting = new ChatRig(history);
        waiting.chat.open(id);
        var open = ((ReplyRows) waiting.transcript.messages().getLast()).toolCalls();
        assertThat(open.state().get()).isEqualTo(ToolCalls.State.OPEN);
        chat.submitToolResults(List.of("sun", ""));
        rig.exchanges.last().write("Sunny.");
        rig.exchanges.last().end(Outcome.COMPLETE, null);

        var again = new ChatRig(history);
        again.chat.open(id);
        var shown = ((ReplyRows) again.transcript.messages().get(1)).toolCalls();
        assertThat(shown.state().get()).isEqualTo(ToolCalls.State.ANSWERED);
        assertThat(shown.calls()).extracting(each -> each.result().get()).containsExactly("sun", "");
        assertThat(again.transcript.rows()).as("results stand with their calls alone")
                .filteredOn(app.pitot.ui.transcript.QuestionRow.class::isInstance).hasSize(1);
    }

    @Test
    void aParameterThatIsNoJsonBlocksAllAskingAndLosesNothing() {
        rig.say("one", "first");
        chat.parameters().extraBody().set("{\"a\":");
        rig.ask("two");
        chat.regenerateLast();
        assertThat(rig.exchanges.started).hasSize(1);
        assertThat(chat.draft().get()).isEqualTo("two");
        assertThat(chat.preFlight().get().verdict()).isEqualTo("Not sent");
        assertThat(chat.preFlight().get().detail()).startsWith("Extra fields: ");
        chat.parameters().extraBody().set("{\"a\":1}");
        chat.send();
        assertThat(rig.exchanges.started).hasSize(2);
        assertThat(rig.exchanges.last().spec.request().parameters().extraBody()).isEqualTo("{\"a\":1}");
    }
}
