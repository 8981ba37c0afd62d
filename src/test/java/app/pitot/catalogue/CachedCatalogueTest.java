package app.pitot.catalogue;

import static app.pitot.catalogue.CatalogueBench.entry;
import static app.pitot.catalogue.CatalogueBench.ids;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.catalogue.ListServer.Asked;
import app.pitot.keys.KeyException;
import app.pitot.provider.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of an account's models, over real HTTP. */
class CachedCatalogueTest {
    private static final String OSS = "{\"id\":\"gpt-oss-120b\",\"name\":\"OpenAI GPT OSS\",\"pricing\":{\"prompt\":\"0.0000004\",\"completion\":\"0.0000008\"},"
            + "\"capabilities\":{\"tools\":true,\"json_mode\":false,\"structured_outputs\":false,\"vision\":false,\"reasoning\":true},"
            + "\"limits\":{\"max_context_length\":200000,\"max_completion_tokens\":50000}}";

    @TempDir
    private Path folder;
    private CatalogueBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new CatalogueBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void showsWhatShipsAndAsksNobodyBeforeItIsTold() {
        var account = bench.cerebras("a");
        var listing = bench.catalogue.of(account);
        assertThat(ids(listing)).startsWith("gpt-oss-120b", "qwen-3.8-27b", "gemma-4-31b").hasSize(16);
        assertThat(listing.fetchedAt()).isNull();
        assertThat(listing.stale()).isFalse();
        assertThat(listing.busy()).isFalse();
        assertThat(listing.problem()).isNull();
        assertThat(listing.models()).allSatisfy(each -> assertThat(each.listed()).isFalse());
        bench.settled(account);
        assertThat(bench.server.asked).isEmpty();
    }

    @Test
    void theKeysListDecidesWhatIsListedAndThePublicOneTellsTheRest() {
        bench.server.own("gpt-oss-120b", "new-model").at("/public/v1/models", 200,
                CatalogueBench.SUCCESS.formatted(OSS + ",{\"id\":\"public-only\"}"));
        var listing = bench.refresh(bench.cerebras("a"));
        assertThat(bench.server.asked).containsExactly(new Asked("/v1/models", "Bearer " + CatalogueBench.KEY + "a"),
                new Asked("/public/v1/models", null));
        assertThat(listing.problem()).isNull();
        assertThat(listing.fetchedAt()).isEqualTo(bench.now);
        assertThat(ids(listing)).startsWith("gpt-oss-120b", "new-model", "qwen-3.8-27b", "public-only",
                "gemma-4-31b").hasSize(18);
        var oss = entry(listing, "gpt-oss-120b");
        assertThat(oss.listed()).isTrue();
        assertThat(oss.model().inputPrice()).isEqualByComparingTo("0.4");
        assertThat(oss.model().outputPrice()).isEqualByComparingTo("0.8");
        assertThat(oss.model().contextTokens()).isEqualTo(200_000);
        assertThat(oss.model().maxOutputTokens()).isEqualTo(50_000);
        assertThat(oss.model().extras().capabilities()).containsExactlyInAnyOrder(Capability.TOOLS,
                Capability.REASONING);
        // What no list says is what ships.
        assertThat(oss.model().publishedSpeed()).isEqualTo(3_000);
        assertThat(oss.model().extras().freeContextTokens()).isEqualTo(65_536);
        assertThat(oss.model().extras().efforts()).containsExactly("low", "medium", "high");
        assertThat(entry(listing, "qwen-3.8-27b").listed()).isFalse();
        assertThat(entry(listing, "public-only").listed()).isFalse();
    }

    @Test
    void aListThatNamesARetiredModelKnowsBetter() {
        bench.server.own("gpt-oss-120b", "gemma-4-31b");
        var listing = bench.refresh(bench.account("a", "cerebras", null));
        assertThat(ids(listing)).startsWith("gpt-oss-120b", "gemma-4-31b", "qwen-3.8-27b");
        assertThat(entry(listing, "gemma-4-31b").model().retiredOn()).isNull();
        assertThat(entry(listing, "gemma-4-31b").model().replacement()).isNull();
        assertThat(entry(listing, "llama3.1-8b").model().retiredOn()).isNotNull();
        // The model to use instead is one that answers, not one that was retired after it.
        assertThat(entry(listing, "llama3.1-70b").model().replacement()).isEqualTo("gpt-oss-120b");
    }

    @Test
    void aListIsGoodForSixHours() {
        bench.server.own("gpt-oss-120b");
        var account = bench.account("a", "custom", null);
        var first = bench.now;
        bench.refresh(account);
        bench.pass(Duration.ofHours(6).minusMillis(1));
        assertThat(bench.refresh(account).stale()).isFalse();
        assertThat(bench.server.asked).hasSize(1);
        bench.pass(Duration.ofMillis(1));
        assertThat(bench.catalogue.of(account).stale()).isTrue();
        assertThat(bench.catalogue.of(account).fetchedAt()).isEqualTo(first);
        var again = bench.refresh(account);
        assertThat(again.stale()).isFalse();
        assertThat(again.fetchedAt()).isEqualTo(bench.now);
        assertThat(bench.server.asked).hasSize(2);
        bench.refresh(account, true);
        assertThat(bench.server.asked).hasSize(3);
    }

    @Test
    void offlineItShowsWhatItHadWithItsAge() {
        bench.server.own("gpt-oss-120b", "new-model");
        var account = bench.account("a", "cerebras", null);
        bench.refresh(account);
        var fetched = bench.now;
        bench.server.close();
        bench.pass(Duration.ofHours(7));
        bench.open();
        var kept = bench.settled(account);
        assertThat(kept.fetchedAt()).isEqualTo(fetched);
        assertThat(kept.stale()).isTrue();
        assertThat(entry(kept, "new-model").listed()).isTrue();
        var failed = bench.refresh(account);
        assertThat(failed.problem()).isNotBlank();
        assertThat(failed.fetchedAt()).isEqualTo(fetched);
        assertThat(failed.stale()).isTrue();
        assertThat(ids(failed)).isEqualTo(ids(kept));
        assertThat(bench.told.getLast()).isEqualTo(failed);
    }

    @Test
    void aClockThatWasWrongMakesNoListGoodForEver() {
        bench.server.own("m");
        var account = bench.account("a", "custom", null);
        bench.refresh(account);
        bench.pass(Duration.ofDays(-400));
        assertThat(bench.catalogue.of(account).stale()).isTrue();
        bench.refresh(account);
        assertThat(bench.server.asked).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"200|<html>Please sign in</html>", "200|''", "200|{\"data\":[{\"id\":\"m\"}",
        "401|{\"message\":\"Wrong API Key\",\"code\":\"wrong_api_key\"}", "500|''", "404|''"})
    void whatIsNoListChangesNothingAndIsSaid(int status, String body) throws IOException {
        bench.server.own("gpt-oss-120b");
        var account = bench.account("a", "cerebras", null, "by-hand");
        var before = bench.refresh(account);
        var file = Files.readAllBytes(bench.files().getFirst());
        bench.server.at("/v1/models", status, body);
        var after = bench.refresh(account, true);
        assertThat(after.problem()).isNotBlank().doesNotContain(CatalogueBench.KEY);
        assertThat(after.models()).isEqualTo(before.models());
        assertThat(Files.readAllBytes(bench.files().getFirst())).isEqualTo(file);
        bench.server.own("gpt-oss-120b");
        assertThat(bench.refresh(account, true).problem()).isNull();
    }

    @Test
    void anEmptyListIsAnAnswer() {
        bench.server.own();
        var custom = bench.refresh(bench.account("a", "custom", null));
        assertThat(custom.models()).isEmpty();
        assertThat(custom.problem()).isNull();
        assertThat(custom.fetchedAt()).isEqualTo(bench.now);
        var known = bench.refresh(bench.account("b", "cerebras", null));
        assertThat(known.models()).isNotEmpty().allSatisfy(each -> assertThat(each.listed()).isFalse());
    }

    @Test
    void idsAddedByHandAreOfferedWhereThereIsNoList() {
        bench.server.at("/v1/models", 404, "");
        var account = bench.account("a", "custom", null, "mine", "yours");
        assertThat(ids(bench.catalogue.of(account))).containsExactly("mine", "yours");
        assertThat(ids(bench.refresh(account))).containsExactly("mine", "yours");
        bench.server.at("/v1/models", 200, "[\"theirs\",\"yours\"]");
        var listing = bench.refresh(account, true);
        assertThat(ids(listing)).containsExactly("theirs", "yours", "mine");
        assertThat(entry(listing, "mine").listed()).isFalse();
        var less = bench.account("a", "custom", null, "mine");
        bench.catalogue.of(less);
        assertThat(ids(bench.settled(less))).containsExactly("theirs", "yours", "mine");
        assertThat(ids(bench.settled(bench.account("a", "custom", null)))).containsExactly("theirs", "yours");
    }

    @Test
    void whereThereIsOnlyAPublicListItIsTheList() {
        bench.server.at("/public/v1/models", 200, "{\"code\":0,\"message\":\"ok\",\"data\":{\"list\":["
                + "{\"model_id\":\"x/y\",\"model_type\":\"chat\",\"input_price\":0.5,\"output_price\":1.5,\"context_length\":1000}]}}");
        var listing = bench.refresh(bench.account("a", "tokenmix", bench.server.url("/public/v1/models")));
        assertThat(listing.problem()).isNull();
        assertThat(listing.fetchedAt()).isEqualTo(bench.now);
        assertThat(ids(listing)).containsExactly("x/y");
        assertThat(entry(listing, "x/y").model().extras().priceUnverified()).isTrue();
    }

    @Test
    void aKeyThatCannotBeReadStillLeavesThePublicList() {
        bench.server.at("/public/v1/models", 200, CatalogueBench.SUCCESS.formatted(OSS));
        var made = bench.cerebras("a");
        var account = bench.account("a", made.provider(), made.baseUrl(), () -> {
            throw new KeyException(KeyException.Trouble.LOCKED, "The keychain is locked.");
        });
        var listing = bench.refresh(account);
        assertThat(listing.problem()).isEqualTo("The keychain is locked.");
        assertThat(listing.fetchedAt()).isNull();
        assertThat(entry(listing, "gpt-oss-120b").model().contextTokens()).isEqualTo(200_000);
        assertThat(bench.server.asked).containsExactly(new Asked("/public/v1/models", null));
    }

    @Test
    void aFailureOfThePublicListIsSaidAndTheKeysListTaken() {
        bench.server.own("gpt-oss-120b").at("/public/v1/models", 503, "");
        var listing = bench.refresh(bench.cerebras("a"));
        assertThat(listing.problem()).contains("public list");
        assertThat(listing.fetchedAt()).isEqualTo(bench.now);
        assertThat(entry(listing, "gpt-oss-120b").listed()).isTrue();
    }

    @Test
    void aCompanysGatewayIsNotLeftForThePublicList() {
        bench.server.own("gpt-oss-120b");
        var made = bench.cerebras("a");
        var gateway = bench.server.url("/gateway/v1").replace("127.0.0.1", "localhost");
        bench.refresh(bench.account("a", made.provider(), gateway, made.key()));
        assertThat(bench.server.asked).extracting(Asked::path).containsExactly("/gateway/v1/models");
    }

    @Test
    void twoKeysAtOneProviderHaveTheirOwnLists() throws IOException {
        var one = bench.account("a", "cerebras", null);
        var two = bench.account("b", "cerebras", null);
        bench.server.own("gpt-oss-120b");
        bench.refresh(one);
        bench.server.own("qwen-3.8-27b");
        bench.refresh(two);
        assertThat(bench.server.asked).extracting(Asked::key).containsExactly("Bearer " + CatalogueBench.KEY + "a",
                "Bearer " + CatalogueBench.KEY + "b");
        assertThat(ids(bench.catalogue.of(one))).startsWith("gpt-oss-120b", "qwen-3.8-27b");
        assertThat(ids(bench.catalogue.of(two))).startsWith("qwen-3.8-27b", "gpt-oss-120b");
        assertThat(bench.files()).hasSize(2);
    }

    @Test
    void anotherAddressMakesWhatWasHeardVoid() {
        bench.server.own("theirs");
        var account = bench.account("a", "custom", null);
        bench.refresh(account);
        var moved = bench.account("a", account.provider(), bench.server.url("/v2"), account.key());
        assertThat(bench.catalogue.of(moved).models()).isEmpty();
        assertThat(bench.settled(moved).models()).isEmpty();
        assertThat(ids(bench.settled(account))).containsExactly("theirs");
    }

    @Test
    void questionsAtTheSameTimeAreOne() throws Exception {
        bench.server.own("m");
        bench.server.gate = new CountDownLatch(1);
        var account = bench.account("a", "custom", null);
        var one = bench.catalogue.refresh(account, false);
        var two = bench.catalogue.refresh(account, true);
        while (bench.server.asked.isEmpty()) {
            Thread.sleep(1);
        }
        assertThat(bench.catalogue.of(account).busy()).isTrue();
        assertThat(one).isNotDone();
        bench.server.gate.countDown();
        assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(two.get(10, TimeUnit.SECONDS));
        assertThat(bench.server.asked).hasSize(1);
        assertThat(bench.catalogue.of(account).busy()).isFalse();
    }

    @Test
    void oneListenerThatBreaksHarmsNobodyAndOneThatLeavesHearsNoMore() throws Exception {
        bench.server.own("m");
        var account = bench.account("a", "custom", null);
        bench.catalogue.subscribe(_ -> {
            throw new IllegalStateException("broken");
        });
        var heard = new CopyOnWriteArrayList<Listing>();
        var subscription = bench.catalogue.subscribe(heard::add);
        assertThat(bench.refresh(account).models()).hasSize(1);
        int before = heard.size();
        assertThat(before).isPositive();
        subscription.close();
        bench.refresh(account, true);
        assertThat(heard).hasSize(before);
    }

    @Test
    void theClosedCatalogueAnswersStill() throws Exception {
        bench.server.own("m");
        bench.server.gate = new CountDownLatch(1);
        var account = bench.account("a", "custom", null);
        var asked = bench.catalogue.refresh(account, true);
        while (bench.server.asked.isEmpty()) {
            Thread.sleep(1);
        }
        bench.catalogue.close();
        bench.server.gate.countDown();
        assertThat(asked.get(10, TimeUnit.SECONDS).models()).isEmpty();
        assertThat(bench.refresh(account).models()).isEmpty();
    }
}
