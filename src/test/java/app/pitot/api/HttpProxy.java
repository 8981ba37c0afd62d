package app.pitot.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that may want a login; it tunnels, and passes plain requests on without what was for it alone. */
final class HttpProxy extends TestProxy {
    private final String login;
    private final String answer;
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** @param login as user:password, or null for anyone */
    HttpProxy(String login) throws IOException {
        this(login, null);
    }

    /** @param answer said to every request instead of serving it; null to serve */
    HttpProxy(String login, String answer) throws IOException {
        this.login = login;
        this.answer = answer;
    }

    @Override
    void serve(Socket client, InputStream in, OutputStream out) throws IOException {
        var head = head(in);
        requests.add(head);
        if (answer != null) {
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return;
        }
        if (login != null && !allowed(head)) {
            out.write(
                    "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n".getBytes());
            out.flush();
            return;
        }
        var words = head.substring(0, head.indexOf('\r')).split(" ");
        if (words[0].equals("CONNECT")) {
            int colon = words[1].lastIndexOf(':');
            var there = reach(words[1].substring(0, colon), Integer.parseInt(words[1].substring(colon + 1)));
            out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes());
            out.flush();
            relay(in, out, there);
        } else {
            var uri = URI.create(words[1]);
            var there = reach(uri.getHost(), uri.getPort());
            var forwarded = head.replaceAll("(?im)^proxy-[a-z]+:.*\r\n", "").replace(words[1], uri.getRawPath());
            there.getOutputStream().write(forwarded.getBytes(StandardCharsets.ISO_8859_1));
            relay(in, out, there);
        }
    }

    private boolean allowed(String head) {
        for (var line : head.split("\r\n")) {
            if (line.toLowerCase().startsWith("proxy-authorization: basic ")) {
                var given = new String(Base64.getDecoder().decode(line.substring(27)), StandardCharsets.UTF_8);
                logins.add(given);
                return given.equals(login);
            }
        }
        return false;
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("gone");
            }
            head.append((char) read);
        }
        return head.toString();
    }
}
