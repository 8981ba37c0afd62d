package app.pitot.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A keychain that does what a test tells it to, and remembers what it was asked. */
class ScriptedKeychain implements Keychain {
    /** What happens at a call; may hang, throw, or do nothing. */
    interface Event {
        void happen() throws Exception;
    }

    /** Never counted down: for calls that hang. */
    final CountDownLatch never = new CountDownLatch(1);
    final List<String> asked = new ArrayList<>();
    final Map<String, String> items = new HashMap<>();
    final Map<String, Event> events = new HashMap<>();
    volatile Look look = Look.OPEN;
    /** What looking shows after the dialog; null for no change. */
    volatile Look afterDialog;
    volatile boolean closed;
    boolean silentlyDropsWrites;
    boolean silentlyKeepsDeleted;

    @Override
    public Look look() throws Exception {
        happen("look");
        return look;
    }

    @Override
    public String place() {
        return "Test Keyring";
    }

    @Override
    public void unlock() throws Exception {
        happen("unlock");
        if (afterDialog != null) {
            look = afterDialog;
        }
    }

    @Override
    public void open() throws Exception {
        happen("open");
    }

    @Override
    public String get(String item) throws Exception {
        happen("get");
        if (!items.containsKey(item)) {
            throw new Exception("No stored credentials match");
        }
        return items.get(item);
    }

    @Override
    public void set(String item, String value) throws Exception {
        happen("set");
        if (!silentlyDropsWrites) {
            items.put(item, value);
        }
    }

    @Override
    public void delete(String item) throws Exception {
        happen("delete");
        if (!items.containsKey(item)) {
            throw new Exception("No stored credentials match");
        }
        if (!silentlyKeepsDeleted) {
            items.remove(item);
        }
    }

    @Override
    public boolean absent(String item, Exception failure) throws Exception {
        happen("absent");
        return !items.containsKey(item);
    }

    @Override
    public void close() {
        closed = true;
    }

    void hang() throws InterruptedException {
        never.await();
    }

    /** A hang that no interrupt ends. */
    void hangStubbornly() {
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // Like native code, which does not know interrupts.
                continue;
            }
        }
    }

    private void happen(String call) throws Exception {
        synchronized (asked) {
            asked.add(call);
        }
        var event = events.get(call);
        if (event != null) {
            event.happen();
        }
    }

    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }
}
