package app.pitot.cli;

import app.pitot.accounts.Household;
import app.pitot.api.ChatParameters;
import app.pitot.api.Target;
import app.pitot.base.Texts;
import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.Lane;
import app.pitot.compare.LaneSetup;
import app.pitot.exchange.Accounts;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whom {@code pitot compare} asks. A lane is an account, a slash and a model, which may have slashes itself: what comes before
 * the model is the longest name of an account that fits, else {@code simulator}, else a URL, whose model begins behind
 * {@code /v1/}, or behind the last slash where there is no such part. Runs the simulators that are asked for.
 */
final class CompareLanes implements AutoCloseable {
    private static final String SIMULATED = "cerebras-free-2026-04";
    private static final Pattern VERSION = Pattern.compile("(https?://.*?/v\\d+[a-z0-9]*)/+(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST = Pattern.compile("(https?://[^/]+.*)/([^/]+)", Pattern.CASE_INSENSITIVE);

    private final Household house;
    private final Choices choices;
    private final String keyEnv;
    private final Plan plan;
    private final Map<String, Account> simulated = new HashMap<>();
    private final List<SimulatorServer> servers = new ArrayList<>();
    private final Map<String, Account> opened = new HashMap<>();

    CompareLanes(Household house, Choices choices, String keyEnv, String planId) {
        this.house = house;
        this.choices = choices;
        this.keyEnv = keyEnv;
        this.plan = choices.plan(planId);
    }

    /** An account and a model of its. */
    private record Named(String account, String model) {}

    /**
     * The lanes that the command line names.
     *
     * @throws UsageErrors.Refusal if one cannot be understood, or there are too few or too many
     * @throws KeyException if a secret of an account cannot be had now
     */
    List<Lane> named(List<String> texts, ChatParameters parameters) throws KeyException {
        if (texts.size() < ComparisonSetup.FEWEST_LANES || texts.size() > ComparisonSetup.MOST_LANES) {
            throw choices.refuse(Texts.get("cli.compare.lanes", ComparisonSetup.FEWEST_LANES,
                    ComparisonSetup.MOST_LANES));
        }
        checkKey(texts);
        var lanes = new ArrayList<Lane>();
        for (var text : texts) {
            var account = url(text) ? endpoint(text) : account(text);
            var model = url(text) ? split(text).model() : text.substring(text.length() - model(text).length());
            lanes.add(new Lane(lanes.size(), account, info(account, model), parameters));
        }
        return lanes;
    }

    /** The lanes of a set that is run again. Throws as {@link #named}. */
    List<Lane> saved(ComparisonSetup setup) throws KeyException {
        if (keyEnv != null || plan != null) {
            throw choices.refuse(Texts.get("cli.compare.set.fixed"));
        }
        var lanes = new ArrayList<Lane>();
        for (var each : setup.lanes()) {
            var account = byId(each.accountId(), Lane.letter(lanes.size()));
            if (each.modelId() == null) {
                throw choices.refuse(Texts.get("cli.compare.set.gone", Lane.letter(lanes.size())));
            }
            lanes.add(new Lane(lanes.size(), account, info(account, each.modelId()), each.parameters()));
        }
        if (lanes.size() < ComparisonSetup.FEWEST_LANES) {
            throw choices.refuse(Texts.get("cli.compare.lanes", ComparisonSetup.FEWEST_LANES,
                    ComparisonSetup.MOST_LANES));
        }
        return lanes;
    }

    /** As a set keeps them. */
    static List<LaneSetup> setups(List<Lane> lanes) {
        return lanes.stream().map(each -> new LaneSetup(each.account().id(), each.model().id(), each.parameters()))
                .toList();
    }

    /** True if another run of the app can find their accounts again. */
    boolean lasting(List<Lane> lanes) {
        return lanes.stream().allMatch(lane -> simulated.containsValue(lane.account())
                || house.book().entries().stream().anyMatch(each -> each.id().equals(lane.account().id())));
    }

    /** One key is for one endpoint: it must not be sent to another for want of care. */
    private void checkKey(List<String> texts) {
        var hosts = new HashSet<String>();
        texts.stream().filter(CompareLanes::url).forEach(each -> hosts.add(host(split(each).account())));
        if (keyEnv != null && hosts.size() != 1) {
            throw choices.refuse(Texts.get(hosts.isEmpty() ? "cli.compare.key.alone" : "cli.compare.key.several"));
        }
        boolean simulator = texts.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT)
                .startsWith(Catalogue.SIMULATOR + "/"));
        if (plan != null && hosts.isEmpty() && !simulator) {
            throw choices.refuse(Texts.get("cli.compare.plan.alone"));
        }
    }

    private String host(String url) {
        try {
            return String.valueOf(URI.create(url).getRawAuthority());
        } catch (IllegalArgumentException e) {
            // What is wrong with it is said where it is opened.
            return url;
        }
    }

    private static boolean url(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    private Named split(String text) {
        for (var way : List.of(VERSION, LAST)) {
            var parts = way.matcher(text.strip());
            if (parts.matches()) {
                return new Named(parts.group(1), parts.group(2));
            }
        }
        throw choices.refuse(Texts.get("cli.compare.lane.model"));
    }

    private Account endpoint(String text) {
        return opened.computeIfAbsent(split(text).account(), url -> choices.account(url, keyEnv, plan));
    }

    private Account account(String text) throws KeyException {
        var name = text.substring(0, text.length() - model(text).length() - 1);
        return exact(name) == null && meansSimulator(name)
                ? simulator(plan == null ? SIMULATED : plan.id())
                : open(exact(name) == null ? NamedAccount.find(house, name, choices) : exact(name));
    }

    /** What is left when the account's name is taken away. */
    private String model(String text) {
        for (int slash = text.lastIndexOf('/'); slash > 0; slash = text.lastIndexOf('/', slash - 1)) {
            if (exact(text.substring(0, slash)) != null) {
                return checked(text.substring(slash + 1));
            }
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw choices.refuse(Texts.get("cli.compare.lane.model"));
        }
        return checked(text.substring(slash + 1));
    }

    private String checked(String model) {
        if (model.isBlank()) {
            throw choices.refuse(Texts.get("cli.compare.lane.model"));
        }
        return model;
    }

    /** In any case of letters; null if there is none, or more than one. */
    private AccountEntry exact(String name) {
        var found = house.book().entries().stream().filter(each -> each.name().equalsIgnoreCase(name.strip())).toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static boolean meansSimulator(String name) {
        return name.strip().equalsIgnoreCase(Catalogue.SIMULATOR);
    }

    private Account byId(String id, String letter) throws KeyException {
        var prefix = Catalogue.SIMULATOR + ':';
        if (id != null && id.startsWith(prefix)
                && choices.catalogue().plan(id.substring(prefix.length())).isPresent()) {
            return simulator(id.substring(prefix.length()));
        }
        var entry = house.book().entries().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> choices.refuse(Texts.get("cli.compare.set.gone", letter)));
        return open(entry);
    }

    /** An account of the user's whose secrets can be had now. */
    private Account open(AccountEntry entry) throws KeyException {
        if (!entry.enabled()) {
            throw choices.refuse(Texts.get("cli.account.disabled"));
        }
        var known = opened.get(entry.id());
        if (known != null) {
            return known;
        }
        var account = house.book().account(entry);
        Target.open(account).close();
        opened.put(entry.id(), account);
        return account;
    }

    private Account simulator(String planId) {
        var known = simulated.get(planId);
        if (known != null) {
            return known;
        }
        var enforced = choices.plan(planId);
        try {
            SimulatorServer.rehearse();
            var server = SimulatorServer.start(SimulatorConfig.of(enforced));
            servers.add(server);
            var account = Accounts.simulator(server.baseUrl().toString(), enforced);
            simulated.put(planId, account);
            return account;
        } catch (IOException e) {
            throw choices.refuse(Texts.get("cli.compare.simulator"));
        }
    }

    private ModelInfo info(Account account, String model) {
        return Choices.model(choices.catalogue(), account, model.strip());
    }

    @Override
    public void close() {
        servers.forEach(SimulatorServer::close);
    }
}
