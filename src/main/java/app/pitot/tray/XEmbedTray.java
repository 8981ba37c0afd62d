package app.pitot.tray;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The older tray of X11 desktops: a small window of ours that the tray takes into its own. Spoken without a library, so that
 * no second toolkit has to live beside JavaFX.
 */
final class XEmbedTray implements TrayPlace {
    private static final Logger LOG = LoggerFactory.getLogger(XEmbedTray.class);
    private static final long DOCKING_MS = 3_000;
    private static final int STRUCTURE = 1 << 17;
    private static final int EXPOSURE = 1 << 15;
    private static final int BUTTONS = 1 << 2;
    private static final int MIN_SIZE = 1 << 4;
    private static final int CROSSING = 1 << 4 | 1 << 5;

    private final TrayListener listener;
    private final Runnable changed;
    private final UnaryOperator<String> environment;
    private XWire wire;
    private int selection;
    private int owner;
    private volatile int window;
    private int gc;
    private TrayIcons.Look look;
    private volatile TrayFace face;
    private volatile int size;
    private volatile CompletableFuture<Void> docked = new CompletableFuture<>();

    XEmbedTray(TrayListener listener, Runnable changed, UnaryOperator<String> environment) {
        this.environment = environment;
        this.listener = listener;
        this.changed = changed;
    }

    @Override
    public boolean there() {
        try {
            if (wire == null) {
                wire = XWire.open(environment, this::heard);
                selection = wire.atom("_NET_SYSTEM_TRAY_S0");
                select(wire.root()); // whoever becomes the tray says so there
            }
            int now = wire.owner(selection);
            return now != 0 && (window == 0 || now == owner);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.debug("no old-style tray can be seen: {}", e.toString());
            return false;
        }
    }

    @Override
    public boolean enter(TrayFace now) {
        face = now;
        size = 22;
        look = TrayIcons.Look.of(now, size);
        docked = new CompletableFuture<>();
        try {
            owner = wire.owner(selection);
            select(owner);
            make();
            dock();
            docked.get(DOCKING_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.info("the old-style tray takes no icon: {}", e.toString());
        }
        leave();
        return false;
    }

    private void select(int other) throws IOException {
        wire.send(XRequest.of(2, 0).u32(other).u32(0x800).u32(STRUCTURE));
    }

    private void make() throws IOException {
        int made = wire.newId();
        gc = wire.newId();
        wire.send(XRequest.of(1, 0).u32(made).u32(wire.root()).u16(0).u16(0).u16(size).u16(size).u16(0).u16(1).u32(0)
                .u32(0x800).u32(STRUCTURE | EXPOSURE | BUTTONS | CROSSING));
        wire.send(XRequest.of(55, 0).u32(gc).u32(made).u32(0));
        int info = wire.atom("_XEMBED_INFO");
        // Version 0, and it wants to be seen.
        wire.send(XRequest.of(18, 0).u32(made).u32(info).u32(info).u8(32).u8(0).u16(0).u32(2).u32(0).u32(1));
        var name = "pitot-tray".getBytes(StandardCharsets.US_ASCII);
        wire.send(XRequest.of(18, 0).u32(made).u32(39).u32(31).u8(8).u8(0).u16(0).u32(name.length).bytes(name));
        var hints = XRequest.of(18, 0).u32(made).u32(40).u32(41).u8(32).u8(0).u16(0).u32(18).u32(MIN_SIZE);
        for (int i = 1; i < 18; i++) {
            hints.u32(i == 5 || i == 6 ? size : 0);
        }
        wire.send(hints); // without it some trays give an icon no room at all
        window = made;
    }

    private void dock() throws IOException {
        int opcode = wire.atom("_NET_SYSTEM_TRAY_OPCODE");
        wire.send(XRequest.of(25, 0).u32(owner).u32(0).u8(33).u8(32).u16(0).u32(owner).u32(opcode).u32(0).u32(0)
                .u32(window).u32(0).u32(0));
    }

    @Override
    public void show(TrayFace now) {
        face = now;
        var next = TrayIcons.Look.of(now, size);
        if (!next.equals(look)) {
            look = next;
            paint();
        }
    }

    @Override
    public void leave() {
        try {
            if (window != 0) {
                wire.send(XRequest.of(4, 0).u32(window));
            }
        } catch (IOException e) {
            LOG.debug("leaving the tray: {}", e.toString());
        }
        window = 0;
        owner = 0;
    }

    private void heard(ByteBuffer packet) {
        switch (packet.get(0) & 0x7f) {
            case 4 -> pressed(packet.get(1), packet.getShort(20), packet.getShort(22));
            case 7 -> listener.hover(packet.getShort(20), packet.getShort(22), face.tooltip());
            case 8 -> listener.leave();
            case 12 -> paint();
            case 17 -> changed.run(); // the tray is gone, or the icon with it
            case 21 -> docked.complete(null);
            case 22 -> resized(packet);
            case 33 -> changed.run(); // a new tray says that it is there
            default -> LOG.trace("event {}", packet.get(0));
        }
    }

    private void pressed(int button, int x, int y) {
        listener.leave();
        switch (button) {
            case 1 -> listener.open();
            case 2 -> listener.mini();
            case 3 -> listener.menu(x, y, face.tooltip());
            default -> LOG.trace("the wheel says nothing here");
        }
    }

    private void resized(ByteBuffer packet) {
        if (packet.getInt(8) == window) {
            int now = Math.clamp(Math.min(packet.getShort(20), packet.getShort(22)), 8, 96);
            if (now != size) {
                size = now;
                paint();
            }
        }
    }

    private void paint() {
        int to = window;
        if (to == 0) {
            return;
        }
        int side = size;
        var bytes = ByteBuffer.allocate(side * side * 4).order(wire.pixels());
        for (int pixel : TrayIcons.draw(face, side)) {
            bytes.putInt(pixel);
        }
        try {
            wire.send(XRequest.of(72, 2).u32(to).u32(gc).u16(side).u16(side).u16(0).u16(0).u8(0).u8(wire.depth()).u16(0)
                    .bytes(bytes.array()));
        } catch (IOException e) {
            LOG.debug("the icon cannot be drawn: {}", e.toString());
        }
    }
}
