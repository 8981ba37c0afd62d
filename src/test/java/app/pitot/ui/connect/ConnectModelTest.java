package app.pitot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.KeyCheck.Verdict;
import app.pitot.keys.KeyException;
import app.pitot.keys.KeyException.Trouble;
import app.pitot.keys.SecretResult;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import app.pitot.ui.connect.ConnectModel.Offer;
import app.pitot.ui.connect.ConnectModel.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectModelTest {
    private static final String KEY = "csk-0123456789abcdef4f2a";

    private final Desk desk = new Desk();
    private final List<String> chats = new ArrayList<>();
    private final List<AccountEntry> forms = new ArrayList<>();
    private final ConnectModel model = new ConnectModel(desk.tools(), (entry, id) -> chats.add(entry.id() + " " + id),
            forms::add);

    private void choose(String provider) {
        model.choose(desk.catalogue.provider(provider));
        desk.background.runAll();
    }

    private void paste(String key) {
        model.key().type(key);
    }

    private void submit() {
        model.submit();
        desk.background.runAll();
    }

    private AccountEntry only() {
        assertThat(desk.book.entries()).hasSize(1);
        return desk.book.entries().getFirst();
    }

    @Test
    void cerebrasStandsFirstAndTheCustomEndpointLast() {
        assertThat(model.remote()).extracting("id").containsExactly("cerebras", "groq", "openrouter", "tokenmix",
                "custom");
    }

    @Test
    void aPastedKeyIsCheckedThenKeptAndEnterEndsInTheChat() {
        desk.answers(Verdict.GOOD, "fine", "qwen-3.8-27b", "gpt-oss-120b");
        choose("cerebras");
        paste(KEY);
        submit();

        assertThat(model.step().get()).isEqualTo(Step.FINISH);
        assertThat(desk.checked).hasSize(1);
        assertThat(only().key()).isEqualTo(new KeyPlace(KeyPlace.Kind.KEYCHAIN, "account-id-1/1", "4f2a"));
        assertThat(only().planId()).isEqualTo("cerebras-trial-2026-09");
        assertThat(desk.book.stored).isEqualTo(KEY);
        assertThat(model.finish().get().model().get().id()).isEqualTo("gpt-oss-120b");
        model.finish().get().start();
        assertThat(chats).containsExactly("id-1 gpt-oss-120b");
    }

    @Test
    void whatSurroundsAPastedKeyIsLeftOut() {
        choose("cerebras");
        paste("  " + KEY + "\n");
        submit();
        assertThat(desk.book.stored).isEqualTo(KEY);
    }

    @Test
    void theKeyIsForgottenOnceItIsKeptAndWhenTheUserLeaves() {
        var emptied = new ArrayList<String>();
        model.key().onClear(() -> emptied.add("emptied"));
        choose("cerebras");
        paste(KEY);
        submit();
        assertThat(model.key().filled().get()).isFalse();
        assertThat(model.key().secret()).isNull();
        assertThat(emptied).hasSize(1);

        paste(KEY);
        model.leave();
        assertThat(model.key().secret()).isNull();
        assertThat(emptied).hasSize(2);
    }

    @Test
    void theSecretsThatWereHandedOverAreWiped() {
        choose("cerebras");
        paste(KEY);
        submit();
        assertThat(desk.book.last.key().plain()).doesNotContain("csk");
    }

    @Test
    void withoutAKeyNothingIsAsked() {
        choose("cerebras");
        submit();
        assertThat(model.key().problem().get()).isEqualTo("Paste the key first.");
        paste("csk with spaces");
        submit();
        assertThat(model.key().problem().get()).contains("space").doesNotContain("csk");
        assertThat(desk.checked).isEmpty();
    }

    @Test
    void aKeyOfAnotherProviderIsNamedAndOneClickAway() {
        choose("cerebras");
        paste("gsk_0123456789abcdef0123");
        assertThat(model.key().foreign().get().name()).isEqualTo("Groq");
        model.switchToOwner();
        assertThat(model.provider().get().id()).isEqualTo("groq");
        assertThat(model.key().foreign().get()).isNull();
        submit();
        assertThat(only().providerId()).isEqualTo("groq");
        assertThat(desk.book.stored).startsWith("gsk_");
    }

    @Test
    void aKeyOfSomebodyWhoIsNotOfferedIsNamedWithoutAWayThere() {
        choose("cerebras");
        paste("sk-ant-0123456789abcdef0123");
        assertThat(model.key().foreign().get().name()).isEqualTo("Anthropic");
        assertThat(model.ownerIsOffered()).isFalse();
        model.switchToOwner();
        assertThat(model.provider().get().id()).isEqualTo("cerebras");
    }

    @Test
    void aWrongKeyIsSaidAndNothingIsMade() {
        desk.answers(Verdict.WRONG, "Cerebras does not know this key.");
        choose("cerebras");
        paste(KEY);
        submit();
        assertThat(model.said().get()).isEqualTo(Said.bad("Cerebras does not know this key."));
        assertThat(model.offers().get()).isEmpty();
        assertThat(desk.book.entries()).isEmpty();
        assertThat(model.key().filled().get()).as("for mending it").isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = {"NO_CREDIT", "UNREACHABLE"})
    void whatTheCheckCannotTellMayBeKeptUnchecked(Verdict verdict) {
        desk.answers(verdict, "why");
        choose("cerebras");
        paste(KEY);
        submit();
        assertThat(model.said().get()).isEqualTo(Said.warn("why"));
        assertThat(desk.book.entries()).isEmpty();

        model.take(Offer.UNCHECKED);
        desk.background.runAll();
        assertThat(only().key().lastFour()).isEqualTo("4f2a");
        assertThat(model.step().get()).isEqualTo(Step.FINISH);
        assertThat(model.finish().get().title()).isEqualTo("Saved");
        assertThat(model.finish().get().summary()).startsWith("Cerebras is saved.").endsWith("why");
        assertThat(model.finish().get().aboutModels()).contains("known to Pitot").doesNotContain("open to this key");
    }

    @Test
    void onlyAnAccountWhoseCheckPassedIsCalledConnected() {
        desk.answers(Verdict.GOOD, "fine", "gpt-oss-120b");
        choose("cerebras");
        paste(KEY);
        submit();
        assertThat(model.finish().get().title()).isEqualTo("Connected");
        assertThat(model.finish().get().summary()).startsWith("Cerebras is connected.");
        assertThat(model.finish().get().aboutModels()).contains("1 model is open to this key");
    }

    @Test
    void aServerWithoutAKeyOffersItsModelsToNoKey() {
        desk.answers(Verdict.GOOD, "fine", "one", "two");
        choose("ollama");
        submit();
        assertThat(model.finish().get().aboutModels()).contains("2 models are offered");
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = {"LOCKED", "DENIED", "UNAVAILABLE"})
    void aKeychainThatDoesNotKeepTheKeySaysSoInItsOwnWordsAndOffersTwoWays(Trouble trouble) {
        desk.book.refusal = new KeyException(trouble, "The keychain says " + trouble);
        choose("cerebras");
        paste(KEY);
        submit();
        assertThat(model.said().get()).isEqualTo(Said.bad("The keychain says " + trouble));
        assertThat(model.offers().get()).containsExactlyInAnyOrder(Offer.UNLOCK, Offer.SESSION);
        assertThat(desk.book.entries()).isEmpty();

        model.take(Offer.UNLOCK);
        desk.background.runAll();
        assertThat(desk.keychain.retries).isEqualTo(1);
        assertThat(model.offers().get()).as("still refused").contains(Offer.UNLOCK);

        desk.book.refusal = null;
        model.take(Offer.UNLOCK);
        desk.background.runAll();
        assertThat(only().key().kind()).isEqualTo(KeyPlace.Kind.KEYCHAIN);
    }

    @Test
    void aKeyCanBeKeptForThisSessionOnlyWhereTheKeychainIsLocked() {
        desk.book.refusal = FakeBook.locked();
        choose("cerebras");
        paste(KEY);
        submit();
        model.take(Offer.SESSION);
        desk.background.runAll();
        assertThat(only().key().kind()).isEqualTo(KeyPlace.Kind.SESSION);
        assertThat(desk.checked).as("not checked twice").hasSize(1);
        assertThat(model.finish().get().summary()).contains("this session only").contains("4f2a");
    }

    @Test
    void anOfferThatIsNotMadeCannotBeTaken() {
        choose("cerebras");
        paste(KEY);
        model.take(Offer.UNCHECKED);
        desk.background.runAll();
        assertThat(desk.book.entries()).isEmpty();
    }

    @Test
    void aMissingKeychainIsSaidBeforeTheKeyIsPastedAndALockedOneIsNot() {
        desk.keychain.state = new SecretResult.Unavailable("No keychain runs on this desktop.");
        choose("cerebras");
        assertThat(model.storeState().get()).isEqualTo(Said.warn("No keychain runs on this desktop."));

        var other = new ConnectModel(desk.tools(), (_, _) -> {}, _ -> {});
        desk.keychain.state = new SecretResult.Locked("locked");
        other.choose(desk.catalogue.provider("groq"));
        desk.background.runAll();
        assertThat(other.storeState().get().nothing()).isTrue();
    }

    @Test
    void aVariableThatIsSetIsOfferedAndNeverTakenSilently() {
        choose("cerebras");
        assertThat(model.variable()).isNull();
        desk.variables.add("CEREBRAS_API_KEY");
        assertThat(model.variable()).isEqualTo("CEREBRAS_API_KEY");
        submit();
        assertThat(desk.book.entries()).isEmpty();

        model.useVariable();
        desk.background.runAll();
        assertThat(only().key()).isEqualTo(new KeyPlace(KeyPlace.Kind.ENVIRONMENT, "CEREBRAS_API_KEY", null));
        assertThat(desk.book.stored).isNull();
    }

    @Test
    void waitingShowsItsTimeAndCanBeStopped() {
        choose("cerebras");
        paste(KEY);
        model.submit();
        assertThat(model.waiting().busy().get()).isTrue();
        desk.nanos.addAndGet(2_100_000_000L);
        desk.delays.runAll();
        assertThat(model.waiting().words().get()).contains("Cerebras").endsWith("2 s");

        model.cancel();
        assertThat(model.waiting().busy().get()).isFalse();
        desk.background.runAll();
        assertThat(model.step().get()).isEqualTo(Step.ENDPOINT);
        assertThat(desk.book.entries()).isEmpty();
        assertThat(model.key().filled().get()).isTrue();
    }

    @Test
    void pressingEnterTwiceMakesOneAccount() {
        choose("cerebras");
        paste(KEY);
        model.submit();
        model.submit();
        desk.background.runAll();
        only();
    }

    @Test
    void backStopsWaitingThenGoesToTheProvidersThenLeaves() {
        choose("cerebras");
        paste(KEY);
        model.submit();
        assertThat(model.back()).isTrue();
        assertThat(model.step().get()).isEqualTo(Step.ENDPOINT);
        assertThat(model.back()).isTrue();
        assertThat(model.step().get()).isEqualTo(Step.PROVIDER);
        assertThat(model.key().filled().get()).isFalse();
        assertThat(model.back()).isFalse();
    }

    @Test
    void aLocalServerNeedsNoKeyAndIsLookedForOnlyWhenAsked() {
        desk.found = List.of(new AccountTools.Found("ollama", "http://127.0.0.1:11434/v1", 3));
        model.chooseLocal();
        desk.background.runAll();
        assertThat(model.local().found()).isEmpty();
        model.local().look();
        desk.background.runAll();
        assertThat(model.local().words(model.local().found().getFirst()))
                .isEqualTo("Ollama at http://127.0.0.1:11434/v1 · 3 models");

        model.choose(model.local().found().getFirst());
        submit();
        assertThat(only().key()).isEqualTo(KeyPlace.NONE);
        assertThat(only().baseUrl()).isEqualTo("http://127.0.0.1:11434/v1");
        assertThat(only().providerId()).isEqualTo("ollama");
    }

    @Test
    void noServerFoundIsSaid() {
        model.chooseLocal();
        model.local().look();
        desk.background.runAll();
        assertThat(model.local().said().get().text()).contains("No server answered");
    }

    @Test
    void aCustomEndpointTakesAnAddressAndWarnsWhereItIsNotEncrypted() {
        choose("custom");
        model.url().text().set("http://llm.example.com:8000");
        paste(KEY);
        submit();
        assertThat(model.url().problem().get()).contains("unencrypted");
        assertThat(desk.checked).isEmpty();

        model.url().confirmed().set(true);
        submit();
        assertThat(only().baseUrl()).isEqualTo("http://llm.example.com:8000/v1");
        assertThat(only().name()).isEqualTo("llm.example.com:8000");
    }

    @ParameterizedTest
    @CsvSource({"https://llm.example.com, llm.example.com", "https://llm.example.com:443/v1, llm.example.com",
        "http://127.0.0.1:80/v1, 127.0.0.1", "http://127.0.0.1:8001/v1, 127.0.0.1:8001",
        "http://[::1]:9000/v1, [::1]:9000"})
    void aCustomEndpointIsCalledByItsHostAndByAPortThatIsNotTheUsualOne(String url, String name) {
        assertThat(Names.of(desk.catalogue.provider("custom"), url)).isEqualTo(name);
    }

    @Test
    void aCustomEndpointHasNoKnownLimitsUntilThePlanOfAProviderIsChosen() {
        choose("custom");
        model.url().text().set("https://llm.example.com");
        paste(KEY);
        submit();
        var finish = model.finish().get();
        assertThat(finish.plan().get().limits()).isEmpty();
        assertThat(finish.plans()).contains(desk.catalogue.plan("cerebras-free-2026-04").orElseThrow())
                .allMatch(plan -> plan == finish.plan().get() || !plan.limits().isEmpty());
        var before = desk.book.last;
        finish.start();
        desk.background.runAll();
        assertThat(desk.book.last).isSameAs(before);
        assertThat(chats).hasSize(1);

        finish.plan().set(desk.catalogue.plan("cerebras-free-2026-04").orElseThrow());
        finish.start();
        desk.background.runAll();
        assertThat(only().planId()).isEqualTo("cerebras-free-2026-04");
    }

    @Test
    void whoeverHasMoreToSetGoesToTheFormWithTheAddress() {
        choose("custom");
        model.url().text().set("https://llm.example.com");
        model.more();
        assertThat(forms).hasSize(1);
        assertThat(forms.getFirst().baseUrl()).isEqualTo("https://llm.example.com");
        assertThat(forms.getFirst().id()).isNull();
    }

    @Test
    void aKeyThatLooksLikeAnothersIsSentOnlyIfTheUserInsists() {
        desk.answers(Verdict.FOREIGN, "This looks like a key of Groq.");
        choose("cerebras");
        paste("gsk_0123456789abcdef0123");
        submit();
        assertThat(model.said().get()).isEqualTo(Said.bad("This looks like a key of Groq."));
        assertThat(model.offers().get()).containsExactly(Offer.INSIST);
        assertThat(desk.insisted).isZero();

        desk.answers(Verdict.GOOD, "fine");
        model.take(Offer.INSIST);
        desk.background.runAll();
        assertThat(desk.insisted).isEqualTo(1);
        assertThat(only().providerId()).isEqualTo("cerebras");
    }

    @Test
    void anotherPlanIsWrittenDownBeforeTheChat() {
        choose("cerebras");
        paste(KEY);
        submit();
        var finish = model.finish().get();
        finish.plan().set(desk.catalogue.plan("cerebras-free-2026-04").orElseThrow());
        finish.start();
        assertThat(chats).isEmpty();
        desk.background.runAll();
        assertThat(only().planId()).isEqualTo("cerebras-free-2026-04");
        assertThat(chats).hasSize(1);
    }

    @Test
    void withoutAListTheKnownModelsAreOfferedAndNoRetiredOne() {
        choose("cerebras");
        paste(KEY);
        submit();
        assertThat(model.finish().get().models()).isNotEmpty().allMatch(m -> m.retiredOn() == null);
    }
}
