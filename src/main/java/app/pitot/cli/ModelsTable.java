package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelEntry;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Listings as text: one block per account, in columns. A column in which nothing is known is left out. */
final class ModelsTable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Catalogue catalogue;
    private final LocalDate today;
    private final PrintWriter out;

    ModelsTable(Catalogue catalogue, LocalDate today, PrintWriter out) {
        this.catalogue = catalogue;
        this.today = today;
        this.out = out;
    }

    void print(Map<Account, Listing> listings) {
        boolean first = true;
        for (var each : listings.entrySet()) {
            if (!first) {
                out.println();
            }
            first = false;
            block(each.getKey(), each.getValue());
        }
        out.println();
        out.println(Texts.get("cli.models.shipped", catalogue.modelsAsOf().toString(), catalogue.modelsSource()));
    }

    private void block(Account account, Listing listing) {
        var source = listing.fetchedAt() == null
                ? Texts.get("cli.models.source.shipped")
                : Texts.get(listing.stale() ? "cli.models.source.stale" : "cli.models.source.fetched",
                        MINUTE.format(listing.fetchedAt()));
        out.println(plain(Texts.get("cli.models.head", account.name(), source)));
        if (listing.models().isEmpty()) {
            out.println(Texts.get(listing.fetchedAt() == null ? "cli.models.none.ask" : "cli.models.none"));
            return;
        }
        var rows = new ArrayList<List<String>>();
        // A public list tells what there is, not what a key may use.
        boolean told = listing.models().stream().anyMatch(ModelEntry::listed);
        for (var entry : listing.models()) {
            rows.add(row(account, told, entry));
        }
        Columns.print(List.of(Texts.get("cli.models.column.model"), Texts.get("cli.models.column.context"),
                Texts.get("cli.models.column.free"), Texts.get("cli.models.column.output"),
                Texts.get("cli.models.column.in"), Texts.get("cli.models.column.cached"),
                Texts.get("cli.models.column.out"), Texts.get("cli.models.column.speed"),
                Texts.get("cli.models.column.yours"), Texts.get("cli.models.column.remarks")), rows, out);
    }

    private List<String> row(Account account, boolean told, ModelEntry entry) {
        var model = entry.model();
        var measured = entry.measured() == null ? null : entry.measured().outputTps();
        return List.of(plain(model.id()), count(model.contextUnder(account.plan())),
                count(model.extras().freeContextTokens()), count(model.maxOutputTokens()), price(model.inputPrice()),
                price(model.extras().cachedInputPrice()), price(model.outputPrice()), count(model.publishedSpeed()),
                measured == null ? "" : count((int) Math.round(measured)), plain(remarks(told, entry)));
    }

    private String remarks(boolean told, ModelEntry entry) {
        var model = entry.model();
        var remarks = new ArrayList<String>();
        if (entry.gone() != null) {
            remarks.add(after("cli.models.gone", MINUTE.format(entry.gone().at()), entry.gone().successor()));
        } else if (model.retiredOn() != null) {
            remarks.add(after(model.retired(today) ? "cli.models.retired" : "cli.models.retires",
                    model.retiredOn().toString(), model.replacement()));
        } else if (told && !entry.listed()) {
            remarks.add(Texts.get("cli.models.unlisted"));
        }
        more(model, remarks);
        return String.join(", ", remarks);
    }

    private static void more(ModelInfo model, List<String> remarks) {
        if (model.extras().deprecated()) {
            remarks.add(Texts.get("cli.models.deprecated"));
        }
        if (model.extras().preview()) {
            remarks.add(Texts.get("cli.models.preview"));
        }
        if (model.extras().priceUnverified()) {
            remarks.add(Texts.get("cli.models.unverified"));
        }
        if (model.extras().capabilities() != null) {
            model.extras().capabilities().stream().sorted()
                    .forEach(each -> remarks.add(Texts.get("cli.models.can." + each.name().toLowerCase(Locale.ROOT))));
        }
    }

    private static String after(String key, String when, String successor) {
        return successor == null ? Texts.get(key, when) : Texts.get(key + ".successor", when, successor);
    }

    private static String count(Integer number) {
        return number == null ? "" : String.format(Locale.US, "%,d", number);
    }

    private static String price(BigDecimal usd) {
        if (usd == null) {
            return "";
        }
        return usd.setScale(Math.max(2, usd.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** One line, whatever a server or a user wrote. */
    private static String plain(String text) {
        return TerminalText.harmless(text).replace('\n', ' ').replace('\t', ' ');
    }
}
