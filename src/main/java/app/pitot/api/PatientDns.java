package app.pitot.api;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/** Looks names up with a limit, which the system's resolver lacks; an interrupt ends the wait, not the lookup. */
final class PatientDns implements Dns {
    private final Duration limit;

    PatientDns(Duration limit) {
        this.limit = limit;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        var answer = new CompletableFuture<List<InetAddress>>();
        Thread.ofVirtual().name("pitot-dns").start(() -> {
            try {
                answer.complete(Dns.SYSTEM.lookup(hostname));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(hostname, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(hostname, new InterruptedIOException());
        }
    }

    private static UnknownHostException unknown(String hostname, Exception cause) {
        var unknown = new UnknownHostException(hostname);
        unknown.initCause(cause);
        return unknown;
    }
}
