package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.provider.ProviderFacts;
import app.pitot.provider.WireRules;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalServersTest {
    private static Provider provider(String id, String baseUrl, boolean local) {
        var facts = new ProviderFacts(null, null, null, List.of(), "/models", null, null, local, null, null);
        return new Provider(id, id, baseUrl, "auto", WireRules.PLAIN, facts);
    }

    @Test
    void whoAnswersWithAListIsFoundAndTheRestCostsASecondTogether() throws Exception {
        int free;
        try (var closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = closed.getLocalPort();
        }
        try (var one = new RawServer((_, wire) -> wire.reply(200, "application/json", "{\"data\":[{\"id\":\"m\"}]}"));
                var empty = new RawServer((_, wire) -> wire.reply(200, "application/json", "{\"models\":[]}"));
                var portal = new RawServer((_, wire) -> wire.reply(200, "text/html", "<html>a router</html>"));
                var missing = new RawServer((_, wire) -> wire.reply(404, "text/plain", ""));
                var silent = new RawServer((_, wire) -> wire.closedByPeer(20_000));
                var silent2 = new RawServer((_, wire) -> wire.closedByPeer(20_000));
                var far = new RawServer((_, wire) -> wire.reply(200, "application/json", "[]"));
                var client = Talk.client()) {
            var providers = List.of(provider("silent", silent.url(), true), provider("one", one.url(), true),
                    provider("dead", "http://127.0.0.1:" + free + "/v1", true), provider("portal", portal.url(), true),
                    provider("silent2", silent2.url(), true), provider("missing", missing.url(), true),
                    provider("empty", empty.url(), true), provider("far", far.url(), false),
                    provider("none", null, true));
            long start = System.nanoTime();
            var found = LocalServers.look(client, providers);
            assertThat(System.nanoTime() - start).isLessThan(2_500_000_000L);
            assertThat(found).extracting(each -> each.provider().id()).containsExactly("one", "empty");
            assertThat(found.getFirst().models()).extracting(ModelInfo::id).containsExactly("m");
            assertThat(found.getFirst().baseUrl()).isEqualTo(one.url());
            assertThat(far.connections).as("not local: not asked").hasValue(0);
            assertThat(one.requests.getFirst().headers()).doesNotContainKey("authorization");
        }
    }

    @Test
    void thePresetsAreOnThisMachine() {
        var locals = app.pitot.provider.Catalogue.shipped().providers().stream().filter(each -> each.facts().local())
                .filter(each -> each.baseUrl() != null).toList();
        assertThat(locals).extracting(Provider::baseUrl).allMatch(url -> url.matches("http://127\\.0\\.0\\.1:\\d+/v1"));
    }
}
