package app.pitot.api;

import java.util.List;
import java.util.regex.Pattern;

/** What can be told of a host without asking anybody. Hosts as {@link okhttp3.HttpUrl#host} gives them. */
final class Hosts {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final List<String> LOCAL_ENDINGS = List.of(".local", ".lan", ".internal", ".home.arpa",
            ".localdomain");

    private Hosts() {}

    /** True for an address in place of a name. */
    static boolean isAddress(String host) {
        return host.contains(":") || IPV4.matcher(host).matches();
    }

    /** True for this machine. */
    static boolean loopback(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || host.equals("::1")
                || IPV4.matcher(host).matches() && host.startsWith("127.");
    }

    /** True for a machine in the same private network, so far as names and addresses tell. */
    static boolean local(String host) {
        if (host.contains(":")) {
            return host.matches("(?i)f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*");
        }
        var address = IPV4.matcher(host);
        if (address.matches()) {
            int first = Integer.parseInt(address.group(1));
            int second = Integer.parseInt(address.group(2));
            return first == 10 || first == 172 && second >= 16 && second < 32 || first == 192 && second == 168
                    || first == 169 && second == 254;
        }
        return !host.contains(".") || LOCAL_ENDINGS.stream().anyMatch(host::endsWith);
    }
}
