package app.pitot.desktop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.Error;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.Variant;

/** Plain calls over a connection of our own to the D-Bus session bus. */
public final class SessionBus implements AutoCloseable {
    /** Time for one answer, in milliseconds; the caller's own deadline covers connecting. */
    private static final long ANSWER = 4_000;

    private final DBusConnection connection;

    /** Connects; blocks for ever if the bus accepts and says nothing. */
    public SessionBus() throws DBusException {
        connection = DBusConnectionBuilder.forSessionBus().withShared(false).build();
    }

    /**
     * What a method returns.
     *
     * @throws DBusException if the answer is an error, named in the message, or does not come in time
     */
    public List<Object> call(String name, String path, String type, String method, String signature,
            Object... arguments)
            throws DBusException {
        return call(connection, ANSWER, name, path, type, method, signature, arguments);
    }

    /** The same over a connection that is used for more. @param answer time for it, in milliseconds */
    public static List<Object> call(DBusConnection connection, long answer, String name, String path, String type,
            String method, String signature, Object... arguments) throws DBusException {
        var call = new MethodCall(name, path, type, method, (byte) 0, signature, arguments);
        connection.sendMessage(call);
        var reply = call.getReply(answer);
        if (reply == null) {
            throw new DBusException("no answer to " + method);
        }
        if (reply instanceof Error) {
            throw new DBusException(reply.getName());
        }
        var values = reply.getParameters();
        return values == null ? List.of() : plain(values);
    }

    /**
     * Blocks until a signal {@code member} of interface {@code type} comes from {@code path}, which {@code start} sets off.
     *
     * @throws InterruptedException if nobody waits any more
     */
    public void await(String path, String type, String member, Start start) throws DBusException, InterruptedException {
        var come = new CountDownLatch(1);
        var handler = connection.addGenericSigHandler(new DBusMatchRule("signal", type, member), signal -> {
            if (path.equals(signal.getPath())) {
                come.countDown();
            }
        });
        try {
            start.run();
            come.await();
        } finally {
            forget(handler);
        }
    }

    /** What makes a signal come. */
    public interface Start {
        void run() throws DBusException;
    }

    private static void forget(AutoCloseable handler) throws DBusException {
        try {
            handler.close();
        } catch (DBusException e) {
            throw e;
        } catch (Exception e) {
            throw new DBusException(e.getMessage());
        }
    }

    private static List<Object> plain(Object[] values) {
        var list = new ArrayList<>();
        for (var value : values) {
            list.add(value instanceof Variant<?> v ? v.getValue() : value);
        }
        return list;
    }

    /** An array in an answer, which the library hands out in either form. */
    public static List<?> list(Object array) {
        return array instanceof Collection<?> all ? List.copyOf(all) : Arrays.asList((Object[]) array);
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
