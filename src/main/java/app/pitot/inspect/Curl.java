package app.pitot.inspect;

import app.pitot.api.Wire;
import app.pitot.provider.Account;
import app.pitot.provider.Connection;
import app.pitot.provider.Connection.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request as a command for {@code curl} in a POSIX shell. Where a secret stood, it names an environment variable.
 *
 * @param command of several lines
 * @param variables to be set before, without the dollar sign
 * @param whole false if the body was longer than what is kept, so that the command sends another request
 */
public record Curl(String command, List<String> variables, boolean whole) {
    /** For accounts whose provider's users have no usual one. */
    static final String KEY = "PITOT_API_KEY";
    static final String PROXY_PASSWORD = "PITOT_PROXY_PASSWORD";
    static final String CA_FILE = "PITOT_CA_FILE";
    static final String SECRET = "PITOT_SECRET";
    private static final String HIDDEN = "…";
    private static final String NEXT = " \\\n  ";
    /** Linux takes no longer argument than 128 KB; what {@code printf} is given goes through no such door. */
    private static final int MOST_ARGUMENT = 100_000;
    /** Which curl makes itself, as the request has them. */
    private static final Set<String> MADE = Set.of("host", "content-length", "connection", "proxy-authorization");

    public Curl {
        variables = List.copyOf(variables);
    }

    public static Curl of(Wire wire, Account account) {
        return of(wire, account.connection(), account.provider().facts().keyVariable());
    }

    /**
     * Of an account that is gone: what was sent, without the way there, of which only the account knew.
     *
     * @param keyVariable what the provider's users call their key; null if there is no usual name
     */
    public static Curl of(Wire wire, String keyVariable) {
        return of(wire, Connection.DIRECT, keyVariable);
    }

    private static Curl of(Wire wire, Connection connection, String keyVariable) {
        var variables = new LinkedHashSet<String>();
        var parts = new ArrayList<String>();
        parts.add("curl " + Shell.quoted(wire.url(), HIDDEN, variable(SECRET, variables)));
        parts.add("--no-buffer --http1.1");
        for (var header : wire.sentHeaders()) {
            if (!MADE.contains(header.name().toLowerCase(Locale.ROOT))) {
                parts.add("--header " + header(header, connection, keyVariable, variables));
            }
        }
        way(connection, parts, variables);
        var body = new String(wire.sentBody(), StandardCharsets.UTF_8);
        var quoted = Shell.quoted(body);
        boolean piped = quoted.getBytes(StandardCharsets.UTF_8).length > MOST_ARGUMENT;
        parts.add(piped ? "--data-binary @-" : "--data-raw " + quoted);
        var command = (piped ? "printf %s " + quoted + " | " : "") + String.join(NEXT, parts);
        return new Curl(command, used(command, variables), !wire.sentCut());
    }

    /** A variable that may be used. */
    private static String variable(String name, Set<String> variables) {
        variables.add(name);
        return name;
    }

    private static List<String> used(String command, Set<String> variables) {
        return variables.stream().filter(each -> command.contains("\"$" + each + "\"")).toList();
    }

    private static String header(Wire.Header header, Connection connection, String keyVariable,
            Set<String> variables) {
        boolean key = header.name().equalsIgnoreCase("Authorization") && connection.headers().stream()
                .noneMatch(own -> own.name().equalsIgnoreCase("Authorization"));
        if (key) {
            return Shell.quoted(header.name() + ": Bearer " + HIDDEN, HIDDEN,
                    variable(keyVariable(keyVariable), variables));
        }
        var own = "PITOT_" + header.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Shell.quoted(header.name() + ": " + header.value(), HIDDEN, variable(own, variables));
    }

    private static String keyVariable(String usual) {
        return usual == null || !usual.matches("[A-Za-z_][A-Za-z0-9_]*") ? KEY : usual;
    }

    private static void way(Connection connection, List<String> parts, Set<String> variables) {
        var proxy = connection.proxy();
        if (proxy != null) {
            var host = proxy.host().contains(":") ? "[" + proxy.host() + "]" : proxy.host();
            // The proxy looks the name up, as it does for Pitot.
            var scheme = proxy.kind() == Proxy.Kind.HTTP ? "http" : "socks5h";
            parts.add("--proxy " + Shell.quoted(scheme + "://" + host + ":" + proxy.port()));
            if (proxy.user() != null) {
                parts.add("--proxy-user " + Shell.quoted(proxy.user() + ":" + (proxy.password() == null ? "" : HIDDEN),
                        HIDDEN, variable(PROXY_PASSWORD, variables)));
            }
        }
        if (connection.certificatePem() != null) {
            parts.add("--cacert " + Shell.quoted(HIDDEN, HIDDEN, variable(CA_FILE, variables)));
        }
    }
}
