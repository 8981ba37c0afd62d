package app.pitot.accounts;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Plan;
import app.pitot.provider.PlanReach;
import app.pitot.provider.Provider;
import app.pitot.provider.WireRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Makes of what is written down what the app works with. Reads no secret. Safe from any thread. */
final class AccountMaker {
    private final Catalogue catalogue;
    private final Clocks clocks;

    AccountMaker(Catalogue catalogue, Clocks clocks) {
        this.catalogue = catalogue;
        this.clocks = clocks;
    }

    /** @param sources where each secret is read from */
    Account account(AccountEntry entry, String label, BiFunction<SecretPart, KeyPlace, KeySource> sources) {
        var provider = provider(entry);
        return new Account(entry.id(), entry.name(), provider, entry.baseUrl(), plan(entry),
                sources.apply(SecretPart.KEY, entry.key()), label, connection(entry, sources), entry.models());
    }

    /** The provider that {@code entry} names; one that only a newer version knows is as good as a custom one. */
    Provider known(AccountEntry entry) {
        return catalogue.providers().stream().filter(each -> each.id().equals(entry.providerId())).findFirst()
                .orElseGet(() -> catalogue.provider(Catalogue.CUSTOM));
    }

    private Provider provider(AccountEntry entry) {
        var known = known(entry);
        var name = known.id().equals(Catalogue.CUSTOM) ? entry.name() : known.name();
        var dialect = entry.dialect() == null ? known.dialect() : entry.dialect();
        return new Provider(known.id(), name, entry.baseUrl(), dialect, wire(known, dialect, entry.baseUrl()),
                known.facts(), known.requests());
    }

    /** What identifies us to one provider goes to that provider's own hosts and nowhere else. */
    private WireRules wire(Provider known, String dialect, String baseUrl) {
        var owner = catalogue.providerForBaseUrl(baseUrl);
        var rules = known.id().equals(Catalogue.CUSTOM) ? rulesOf(dialect, known.wire()) : known.wire();
        return new WireRules(rules.completionCap(), rules.asksUsage(),
                owner.id().equals(Catalogue.CUSTOM) ? Map.of() : owner.wire().headers());
    }

    /** A gateway that speaks a provider's dialect caps like it, but may not send the usage unasked. */
    private WireRules rulesOf(String dialect, WireRules custom) {
        return catalogue.providers().stream()
                .filter(each -> each.id().equals(dialect) && !each.simulated()).findFirst()
                .map(each -> new WireRules(each.wire().completionCap(), custom.asksUsage(), Map.of())).orElse(custom);
    }

    /** Null if nothing is known of limits and the user set none. */
    private Plan plan(AccountEntry entry) {
        var named = entry.planId() == null ? null : catalogue.plan(entry.planId()).orElse(null);
        var plan = named == null ? catalogue.defaultPlan(known(entry).id()).orElse(null) : named;
        if (entry.limits().isEmpty()) {
            return plan;
        }
        return (plan == null ? ownPlan(entry) : plan).edited(entry.limits());
    }

    private Plan ownPlan(AccountEntry entry) {
        return new Plan("own", Texts.get("accounts.plan.own"), known(entry).id(),
                LocalDate.ofInstant(clocks.now(), ZoneOffset.UTC), Texts.get("accounts.plan.own.source"), List.of(),
                null, null, "", PlanReach.ACCOUNT);
    }

    private static Connection connection(AccountEntry entry, BiFunction<SecretPart, KeyPlace, KeySource> sources) {
        var route = entry.route();
        if (route.equals(AccountEntry.Route.DIRECT)) {
            return Connection.DIRECT;
        }
        var headers = route.headers().stream()
                .map(header -> new Connection.ExtraHeader(header.name(), header.value(), header.value() != null
                        ? null
                        : sources.apply(SecretPart.header(header.name()), header.place())))
                .toList();
        var proxy = route.proxy() == null
                ? null
                : new Connection.Proxy(route.proxy().kind(), route.proxy().host(), route.proxy().port(),
                        route.proxy().user(), route.proxy().password() == null
                                ? null
                                : sources.apply(SecretPart.PROXY, route.proxy().password()));
        return new Connection(headers, proxy, route.certificatePem(), route.waits());
    }
}
