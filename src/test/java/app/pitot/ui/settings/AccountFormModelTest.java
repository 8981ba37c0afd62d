package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.NewSecrets;
import app.pitot.api.Endpoints;
import app.pitot.api.CaCertificates;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Connection.Proxy;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.ui.connect.ConnectModel.Offer;
import app.pitot.ui.connect.Desk;
import app.pitot.ui.connect.FakeBook;
import app.pitot.ui.connect.Said.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFormModelTest {
    private final Desk desk = new Desk();
    private final List<AccountEntry> saved = new ArrayList<>();
    private AccountFormModel form;

    @BeforeEach
    void open() throws Exception {
        var draft = new AccountEntry(null, "cerebras", "Cerebras", "https://api.cerebras.ai/v1", null,
                "cerebras-free-2026-04", List.of(), new KeyPlace(Kind.KEYCHAIN, null, null), true, List.of(),
                Route.DIRECT);
        edit(desk.book.add(draft, NewSecrets.of(FakeBook.secret("csk-0123456789abcdef4f2a"))));
    }

    private void edit(AccountEntry entry) {
        form = new AccountFormModel(desk.tools(), entry, saved::add);
    }

    private AccountEntry save() {
        form.save();
        desk.background.runAll();
        assertThat(form.said().get().text()).isEmpty();
        return desk.book.entries().getFirst();
    }

    private void refused() {
        int before = desk.book.entries().hashCode();
        form.save();
        assertThat(desk.background.size()).isZero();
        assertThat(form.said().get().tone()).isEqualTo(Tone.BAD);
        assertThat(desk.book.entries().hashCode()).isEqualTo(before);
        assertThat(saved).isEmpty();
    }

    private LimitRow limit(Metric metric, Period period) {
        return form.limits().rows().stream().filter(r -> r.metric() == metric && r.period() == period).findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressThatIsARootStaysOneWhenSomethingElseIsChanged() throws Exception {
        var root = Endpoints.normalise("https://gate.test:8443/chat/completions");
        var draft = new AccountEntry(null, "custom", "Gate", root, null, null, List.of(), KeyPlace.NONE, true,
                List.of(), Route.DIRECT);
        edit(desk.book.add(draft, NewSecrets.none()));
        assertThat(form.url().becomes().get()).isEmpty();
        form.name().set("Door");
        save();
        assertThat(saved.getFirst().baseUrl()).isEqualTo(root);
        assertThat(saved.getFirst().name()).isEqualTo("Door");
    }

    @Test
    void savingUnchangedChangesNothing() {
        var before = desk.book.entries().getFirst();
        assertThat(save()).isEqualTo(before);
        assertThat(saved).containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openrouter", "tokenmix", "custom", "ollama"})
    void aPlanThatNobodyChoseIsNotWrittenDown(String provider) throws Exception {
        var account = desk.book.add(new AccountEntry(null, provider, "Mine", "https://llm.example.com/v1", null, null,
                List.of(), KeyPlace.NONE, true, List.of(), Route.DIRECT), NewSecrets.none());
        edit(account);
        form.name().set("Ours");
        save();
        assertThat(desk.book.entries().getLast()).isEqualTo(account.withName("Ours"));
    }

    @Test
    void aLimitThatOthersReportIsAddedWithItsFigure() {
        form.limits().plan().set(desk.catalogue.plan("cerebras-trial-2026-09").orElseThrow());
        form.limits().add(new LimitsModel.Kind(Metric.REQUESTS, Period.HOUR));
        assertThat(limit(Metric.REQUESTS, Period.HOUR).edited().get()).isTrue();
        assertThat(save().limits()).containsExactly(new LimitEdit(Metric.REQUESTS, Period.HOUR, 150L));
    }

    @Test
    void whatWasTypedIsNotLostByGoingBack() {
        assertThat(form.mayLeave()).isTrue();
        form.name().set("Cerebras at work");
        assertThat(form.mayLeave()).isFalse();
        assertThat(form.said().get().text()).isNotEmpty();
        form.name().set("Cerebras");
        assertThat(form.mayLeave()).isTrue();
        form.key().entered().type("csk-fedcba9876543210beef");
        assertThat(form.mayLeave()).isFalse();
        form.key().entered().clear();
        form.limits().rows().getFirst().text().set("3");
        assertThat(form.mayLeave()).isFalse();
        form.limits().resetAll();
        form.route().proxy().kind().set(Proxy.Kind.HTTP);
        assertThat(form.mayLeave()).isFalse();
        form.route().proxy().kind().set(null);
        form.route().addHeader();
        assertThat(form.mayLeave()).isFalse();
        assertThat(desk.book.entries().getFirst().name()).isEqualTo("Cerebras");
    }

    @Test
    void aCustomEndpointKeepsThePlanOfAnotherProvider() throws Exception {
        edit(desk.book.add(new AccountEntry(null, "custom", "Gateway", "https://llm.example.com/v1", null,
                "cerebras-free-2026-04", List.of(), KeyPlace.NONE, true, List.of(), Route.DIRECT),
                NewSecrets.none()));
        assertThat(form.limits().name(form.limits().plan().get())).isEqualTo("Cerebras · Free plan, April 2026");
        save();
        assertThat(saved.getFirst().planId()).isEqualTo("cerebras-free-2026-04");
    }

    @Test
    void aNewKeyTakesThePlaceOfTheOldAndIsForgotten() {
        form.key().entered().type("csk-aaaaaaaaaaaaaaaa9999");
        assertThat(save().key().lastFour()).isEqualTo("9999");
        assertThat(form.key().entered().filled().get()).isFalse();
    }

    @Test
    void nothingTypedIsLostWhenSavingFails() {
        desk.book.refusal = FakeBook.locked();
        form.name().set("Work");
        form.key().entered().type("csk-aaaaaaaaaaaaaaaa9999");
        form.save();
        desk.background.runAll();

        assertThat(form.said().get().text()).isEqualTo("GNOME Keyring is locked.");
        assertThat(form.offers().get()).containsExactlyInAnyOrder(Offer.UNLOCK, Offer.SESSION);
        assertThat(desk.book.entries().getFirst().name()).isEqualTo("Cerebras");
        assertThat(form.name().get()).isEqualTo("Work");
        assertThat(form.key().entered().usable().get()).isTrue();

        desk.book.refusal = null;
        form.take(Offer.UNLOCK);
        desk.background.runAll();
        assertThat(desk.keychain.retries).isEqualTo(1);
        assertThat(saved).extracting(AccountEntry::name).containsExactly("Work");
    }

    @Test
    void whereTheKeychainIsLockedTheKeyCanBeKeptForThisSession() {
        desk.book.refusal = FakeBook.locked();
        form.key().entered().type("csk-aaaaaaaaaaaaaaaa9999");
        form.save();
        desk.background.runAll();
        form.take(Offer.SESSION);
        desk.background.runAll();
        assertThat(desk.book.entries().getFirst().key().kind()).isEqualTo(Kind.SESSION);
    }

    @Test
    void whereTheKeychainIsLockedOtherSecretsCanBeKeptForThisSessionTooAndTheKeyStays() {
        desk.book.refusal = FakeBook.locked();
        var key = desk.book.entries().getFirst().key();
        form.route().addHeader();
        var row = form.route().headers().getFirst();
        row.name().set("X-Gate");
        row.secret().set(true);
        row.entered().type("open sesame");
        form.route().proxy().kind().set(Proxy.Kind.HTTP);
        form.route().proxy().host().set("proxy.example.com");
        form.route().proxy().port().set("3128");
        form.route().proxy().user().set("me");
        form.route().proxy().password().type("pass");
        form.save();
        desk.background.runAll();
        desk.book.refusal = null;
        form.take(Offer.SESSION);
        desk.background.runAll();

        var kept = desk.book.entries().getFirst();
        assertThat(kept.key()).isEqualTo(key);
        assertThat(kept.route().headers().getFirst().place().kind()).isEqualTo(Kind.SESSION);
        assertThat(kept.route().proxy().password().kind()).isEqualTo(Kind.SESSION);
    }

    @Test
    void aBlankNameAndAnUnusableAddressAreSaidBesideTheirFields() {
        form.name().set(" ");
        form.url().text().set("https://me:pass@example.com");
        refused();
        assertThat(form.nameProblem().get()).isNotEmpty();
        assertThat(form.url().problem().get()).isNotEmpty();
        form.name().set("x");
        assertThat(form.nameProblem().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"60,000 | 60000", "60K | 60000", "1m | 1000000", "60 000 | 60000", "7 | 7"})
    void aLimitIsTakenAsPeopleWriteIt(String typed, long value) {
        limit(Metric.REQUESTS, Period.MINUTE).text().set(typed);
        assertThat(save().limits()).containsExactly(new LimitEdit(Metric.REQUESTS, Period.MINUTE, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", "99999999999999999999", "1,00", "9999999999999M"})
    void whatIsNoLimitIsSaidAndNotSaved(String typed) {
        limit(Metric.REQUESTS, Period.MINUTE).text().set(typed);
        assertThat(limit(Metric.REQUESTS, Period.MINUTE).problem().get()).isNotEmpty();
        refused();
    }

    @Test
    void aLimitThatTheUserSetIsMarkedAndGoesBackToThePlan() {
        var row = limit(Metric.REQUESTS, Period.MINUTE);
        assertThat(row.edited().get()).isFalse();
        row.text().set("31");
        assertThat(row.edited().get()).isTrue();
        row.reset();
        assertThat(row.edited().get()).isFalse();
        assertThat(row.text().get()).isEqualTo("30");
        assertThat(save().limits()).isEmpty();
    }

    @Test
    void anEmptyFieldMeansThatThereIsNoSuchLimitAndOneCanBeAdded() {
        limit(Metric.REQUESTS, Period.DAY).text().set("");
        var kind = new LimitsModel.Kind(Metric.UNCACHED_TOKENS, Period.HOUR);
        assertThat(form.limits().more()).contains(kind);
        form.limits().add(kind);
        assertThat(form.limits().more()).doesNotContain(kind);
        limit(Metric.UNCACHED_TOKENS, Period.HOUR).text().set("5K");
        assertThat(save().limits()).containsExactlyInAnyOrder(new LimitEdit(Metric.REQUESTS, Period.DAY, null),
                new LimitEdit(Metric.UNCACHED_TOKENS, Period.HOUR, 5_000L));
    }

    @Test
    void whatWasSetStaysSetUnderAnotherPlan() {
        limit(Metric.REQUESTS, Period.MINUTE).text().set("31");
        form.limits().plan().set(desk.catalogue.plan("cerebras-trial-2026-09").orElseThrow());
        assertThat(limit(Metric.REQUESTS, Period.MINUTE).text().get()).isEqualTo("31");
        assertThat(limit(Metric.REQUESTS, Period.MINUTE).planWords()).isEqualTo("plan 5");
        assertThat(save().planId()).isEqualTo("cerebras-trial-2026-09");
    }

    @Test
    void headersAreCheckedAndSecretOnesGoWhereSecretsGo() {
        form.route().addHeader();
        var row = form.route().headers().getFirst();
        refused();
        assertThat(row.problem().get()).isNotEmpty();

        row.name().set("X-Team");
        row.value().set("blue");
        form.route().addHeader();
        var secret = form.route().headers().getLast();
        secret.name().set("X-Gateway-Key");
        secret.secret().set(true);
        refused();
        assertThat(secret.problem().get()).isEqualTo("Enter the secret value.");

        secret.entered().type("open sesame");
        var route = save().route();
        assertThat(route.headers()).containsExactly(new Header("X-Team", "blue", null),
                new Header("X-Gateway-Key", null, null));
        assertThat(desk.book.last.headers()).containsOnlyKeys("X-Gateway-Key");
        assertThat(secret.entered().filled().get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "X Y", "X:Y", "", "Ä", "User-Agent", "cookie", "Accept",
        "Authorization"})
    void headersThatCannotBeSentAreRefused(String name) {
        form.route().addHeader();
        form.route().headers().getFirst().name().set(name);
        form.route().headers().getFirst().value().set("x");
        refused();
    }

    @Test
    void theHeaderOfTheKeyIsFreeWhereThereIsNoKey() {
        edit(new AccountEntry(null, "custom", "Mine", "https://llm.example.com", null, null, List.of(),
                new KeyPlace(Kind.NONE, null, null), true, List.of(), Route.DIRECT));
        form.route().addHeader();
        form.route().headers().getFirst().name().set("Authorization");
        form.route().headers().getFirst().value().set("Basic eDp5");
        form.save();
        desk.background.runAll();
        assertThat(form.said().get().text()).isEmpty();
    }

    @Test
    void headerValuesThatCannotBeSentAreRefusedSecretOrNot() {
        form.route().addHeader();
        var row = form.route().headers().getFirst();
        row.name().set("X-Team");
        refused();
        assertThat(row.problem().get()).isEqualTo("The header X-Team has no value.");
        row.secret().set(true);
        row.entered().type("öffne dich");
        refused();
        assertThat(row.problem().get()).contains("cannot be sent").doesNotContain("dich");
    }

    @Test
    void aHeaderThatStandsTwiceAndOneWithALineBreakAreRefused() {
        form.route().addHeader();
        form.route().addHeader();
        form.route().headers().forEach(row -> row.name().set("X-A"));
        refused();
        form.route().remove(form.route().headers().getLast());
        form.route().headers().getFirst().value().set("a\r\nX-B: c");
        refused();
    }

    @Test
    void aSecretHeaderThatIsKeptNeedsNoNewValueUnlessItIsRenamed() {
        var stored = new Header("X-Key", null, new KeyPlace(Kind.KEYCHAIN, "account-id-1/header/abc/1", "wxyz"));
        var entry = desk.book.entries().getFirst();
        edit(new AccountEntry(entry.id(), "cerebras", "Cerebras", entry.baseUrl(), null, entry.planId(), List.of(),
                entry.key(), true, List.of(), new Route(List.of(stored), null, null, null)));
        assertThat(save().route().headers()).containsExactly(stored);
        saved.clear();
        form.route().headers().getFirst().name().set("X-Other");
        refused();
    }

    @Test
    void aProxyNeedsAHostAndAPort() {
        form.route().proxy().kind().set(Proxy.Kind.SOCKS);
        form.route().proxy().host().set("http://proxy");
        form.route().proxy().port().set("70000");
        refused();
        assertThat(form.route().proxy().hostProblem().get()).isNotEmpty();
        assertThat(form.route().proxy().portProblem().get()).isNotEmpty();

        form.route().proxy().host().set("proxy.example.com");
        form.route().proxy().port().set("1080");
        form.route().proxy().user().set("me");
        form.route().proxy().password().type("pass word");
        var proxy = save().route().proxy();
        assertThat(proxy.kind()).isEqualTo(Proxy.Kind.SOCKS);
        assertThat(proxy.port()).isEqualTo(1080);
        assertThat(desk.book.last.proxyPassword()).isNotNull();
        assertThat(form.route().proxy().password().filled().get()).isFalse();
    }

    @Test
    void aProxysAddressMayStandInBracketsAndItsUserMustBeOneThatCanBeSent() {
        form.route().proxy().kind().set(Proxy.Kind.HTTP);
        form.route().proxy().host().set("[::1]");
        form.route().proxy().port().set("3128");
        form.route().proxy().user().set("me:too");
        refused();
        assertThat(form.route().proxy().userProblem().get()).contains("colon");
        form.route().proxy().user().set("me");
        assertThat(save().route().proxy().host()).isEqualTo("::1");
    }

    @Test
    void waitingTimesAreSecondsAndTheUsualOnesAreNotWrittenDown() {
        form.route().idle().text().set("0");
        refused();
        form.route().idle().text().set("120");
        assertThat(save().route().waits().idle()).isEqualTo(Duration.ofSeconds(120));
        form.route().idle().text().set("60");
        assertThat(save().route()).isEqualTo(Route.DIRECT);
    }

    @Test
    void onlyACertificateIsTakenAsOne(@TempDir Path folder) throws Exception {
        form.route().certificate().set("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----");
        assertThat(form.route().certificateProblem().get()).isNotEmpty();
        refused();

        var file = Files.writeString(folder.resolve("ca.pem"), Pem.SELF_SIGNED);
        form.readCertificate(file.toFile());
        desk.background.runAll();
        assertThat(form.route().certificateProblem().get()).isEmpty();
        assertThat(form.route().certificateOf().get()).contains("CN=");
        assertThat(save().route().certificatePem()).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void aCertificateThatIsNotGoodAtPresentIsRefused() {
        desk.now = Instant.parse("2040-01-01T00:00:00Z");
        form.route().certificate().set(Pem.SELF_SIGNED);
        assertThat(form.route().certificateProblem().get()).contains("has expired");
        refused();
    }

    @Test
    void aFileThatIsGoneOrTooLongIsSaid(@TempDir Path folder) throws Exception {
        form.readCertificate(folder.resolve("none.pem").toFile());
        desk.background.runAll();
        assertThat(form.said().get().tone()).isEqualTo(Tone.BAD);
        form.readCertificate(
                Files.writeString(folder.resolve("long"), "x".repeat(CaCertificates.MAX_LENGTH + 5)).toFile());
        desk.background.runAll();
        assertThat(form.said().get().tone()).isEqualTo(Tone.BAD);
        assertThat(form.route().certificate().get()).isEmpty();
    }

    @Test
    void theKeyMayComeFromAVariable() {
        form.key().kind().set(Kind.ENVIRONMENT);
        form.key().variable().set("my key");
        refused();
        form.key().variable().set("MY_KEY");
        assertThat(form.key().variableNote().get()).contains("MY_KEY");
        assertThat(save().key()).isEqualTo(new KeyPlace(Kind.ENVIRONMENT, "MY_KEY", null));
    }

    @Test
    void aNewAccountOfAProviderNeedsAKeyAndOneAtACustomEndpointDoesNot() {
        edit(new AccountEntry(null, "groq", "Groq", "https://api.groq.com/openai/v1", null, null, List.of(),
                new KeyPlace(Kind.KEYCHAIN, null, null), true, List.of(), Route.DIRECT));
        refused();
        assertThat(form.key().entered().problem().get()).isEqualTo("Paste the key first.");

        edit(new AccountEntry(null, "custom", "Mine", "https://llm.example.com", null, null, List.of(),
                new KeyPlace(Kind.KEYCHAIN, null, null), true, List.of(), Route.DIRECT));
        form.save();
        desk.background.runAll();
        assertThat(desk.book.entries().getLast().key()).isEqualTo(KeyPlace.NONE);
        assertThat(desk.book.entries().getLast().baseUrl()).isEqualTo("https://llm.example.com/v1");
    }

    @Test
    void modelIdsAreOneALineAndEachOnce() {
        form.models().set("a/b\n  c \n\nc");
        assertThat(save().models()).containsExactly("a/b", "c");
    }

    @Test
    void leavingForgetsEverySecret() {
        form.key().entered().type("csk-aaaaaaaaaaaaaaaa9999");
        form.route().proxy().password().type("pass");
        form.leave();
        assertThat(form.key().entered().secret()).isNull();
        assertThat(form.route().proxy().password().secret()).isNull();
    }
}
