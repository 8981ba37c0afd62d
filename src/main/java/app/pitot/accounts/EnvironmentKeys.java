package app.pitot.accounts;

import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Provider;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keys that lie ready in environment variables. They are offered, never taken. Safe from any thread. */
public final class EnvironmentKeys {
    private final Catalogue catalogue;
    private final UnaryOperator<String> environment;

    /** @param environment answers null for a variable that is not set */
    public EnvironmentKeys(Catalogue catalogue, UnaryOperator<String> environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    /** One key that could be used; its value is not kept. */
    public record Offer(String variable, Provider provider) {}

    /** The variables that providers name, are set, and belong to none of {@code entries} yet. */
    public List<Offer> offers(List<AccountEntry> entries) {
        return catalogue.providers().stream().filter(provider -> provider.facts().keyVariable() != null)
                .map(provider -> new Offer(provider.facts().keyVariable(), provider))
                .filter(offer -> set(offer.variable()) && !used(offer.variable(), entries)).toList();
    }

    /** True if {@code variable} has a value that is not blank. */
    public boolean set(String variable) {
        var value = environment.apply(variable);
        return value != null && !value.isBlank();
    }

    private static boolean used(String variable, List<AccountEntry> entries) {
        return entries.stream().flatMap(entry -> SecretPart.of(entry).values().stream())
                .anyMatch(place -> place.kind() == KeyPlace.Kind.ENVIRONMENT && variable.equals(place.item()));
    }
}
