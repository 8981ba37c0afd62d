package app.pitot.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.tray.TrayFace.Bar;
import app.pitot.tray.TrayFace.Level;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The older tray, over a real socket to a server that speaks as much of X11 as it takes. */
@Timeout(30)
class XEmbedTrayTest {
    private static final int ROOT = 77;
    private static final int OWNER = 4_242;

    @TempDir
    private Path temp;
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> pictures = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private volatile Socket caller;
    private volatile int owner = OWNER;
    private volatile boolean docks = true;
    private int window;
    private XEmbedTray tray;

    @BeforeEach
    void open() throws IOException {
        // Displays have ports from 6000 on; beyond 65535 there is none.
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        var environment = Map.of("DISPLAY", "127.0.0.1:" + (server.getLocalPort() - 6_000), "XAUTHORITY",
                temp.resolve("none").toString());
        tray = new XEmbedTray(listener(), () -> news.add("changed"), environment::get);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        if (caller != null) {
            caller.close();
        }
    }

    @Test
    void theIconIsTakenInPaintedAndClicked() throws Exception {
        assertThat(tray.there()).isTrue();
        assertThat(tray.enter(face(0.5))).isTrue();
        event(12);
        var picture = picture();
        assertThat(picture.getShort(12)).isEqualTo((short) 22);
        assertThat(picture.getInt(24 + (5 * 22 + 2) * 4)).as("a pixel of the upper bar").isEqualTo(0xff56b6f0);
        tray.show(face(0.501));
        assertThat(pictures.poll(200, TimeUnit.MILLISECONDS)).as("no bar moved by a pixel").isNull();
        tray.show(face(0.9));
        assertThat(picture()).isNotNull();
        press(1);
        expect("leave", "open");
        press(3);
        expect("leave", "menu 600 14 words");
        event(7);
        expect("hover words");
    }

    @Test
    void aLargerTrayGetsALargerPicture() throws Exception {
        assertThat(tray.there()).isTrue();
        assertThat(tray.enter(face(0.5))).isTrue();
        send(packet(22).putInt(8, window).putShort(20, (short) 40).putShort(22, (short) 34));
        assertThat(picture().getShort(12)).isEqualTo((short) 34);
    }

    @Test
    void whenTheTrayGoesItIsSaidAndSeen() throws Exception {
        assertThat(tray.there()).isTrue();
        assertThat(tray.enter(face(0.5))).isTrue();
        owner = 0;
        event(17);
        expect("changed");
        assertThat(tray.there()).isFalse();
        tray.leave();
        owner = 5_000;
        event(33);
        expect("changed");
        assertThat(tray.there()).isTrue();
    }

    @Test
    void aTrayThatDoesNotTakeItInIsNoTray() {
        docks = false;
        assertThat(tray.there()).isTrue();
        assertThat(tray.enter(face(0.5))).isFalse();
    }

    @Test
    void withoutAServerThereIsNoTray() throws IOException {
        server.close();
        assertThat(tray.there()).isFalse();
        assertThat(new XEmbedTray(listener(), () -> {}, _ -> null).there()).isFalse();
        assertThat(new XEmbedTray(listener(), () -> {}, _ -> "nonsense").there()).isFalse();
    }

    @Test
    void displaysAreReadAsTheyAreWritten() {
        assertThat(XDisplay.of(_ -> ":1")).contains(new XDisplay("", 1));
        assertThat(XDisplay.of(_ -> "unix:2.0")).contains(new XDisplay("", 2));
        assertThat(XDisplay.of(_ -> "localhost:10.0")).contains(new XDisplay("localhost", 10));
        assertThat(XDisplay.of(_ -> ":")).isEmpty();
        assertThat(XDisplay.of(_ -> ":999999")).isEmpty();
    }

    @Test
    void theCookieIsFoundAndBrokenFilesEnd() throws IOException {
        var file = ByteBuffer.allocate(200);
        entry(file, "2", "wrong");
        entry(file, "1", "right");
        var whole = file.flip();
        assertThat(new String(XCookie.find(whole.duplicate(), 1))).isEqualTo("right");
        assertThat(XCookie.find(whole.duplicate(), 9)).isEmpty();
        for (int cut = 1; cut < whole.limit(); cut++) {
            var part = whole.duplicate().limit(cut);
            try {
                assertThat(XCookie.find(part, 9)).isEmpty();
            } catch (BufferUnderflowException e) {
                assertThat(e).isNotNull(); // taken for no cookie by the caller
            }
        }
        assertThatThrownBy(() -> XCookie.find(ByteBuffer.wrap(new byte[]{0, 0, (byte) 0xff, (byte) 0xff}), 1))
                .isInstanceOf(BufferUnderflowException.class);
        var broken = Files.write(temp.resolve("broken"), new byte[]{0, 0, 9});
        assertThat(XCookie.of(new XDisplay("", 1), _ -> broken.toString())).isEmpty();
    }

    private static void entry(ByteBuffer to, String display, String word) {
        to.putShort((short) 256);
        for (var part : new String[]{"host", display, XCookie.NAME, word}) {
            to.putShort((short) part.length()).put(part.getBytes());
        }
    }

    private void serve() {
        try {
            caller = server.accept();
            var in = new DataInputStream(caller.getInputStream());
            in.readNBytes(12);
            greet();
            while (true) {
                var head = ByteBuffer.wrap(in.readNBytes(4)).order(ByteOrder.LITTLE_ENDIAN);
                if (head.remaining() < 4) {
                    return;
                }
                int length = Short.toUnsignedInt(head.getShort(2)) * 4;
                var request = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).put(head)
                        .put(in.readNBytes(length - 4)).flip();
                answer(request);
            }
        } catch (IOException e) {
            news.add("closed");
        }
    }

    private void answer(ByteBuffer request) throws IOException {
        switch (request.get(0)) {
            case 1 -> window = request.getInt(4);
            case 16 -> send(packet(1).putInt(8, 300 + request.getShort(4)));
            case 23 -> send(packet(1).putInt(8, owner));
            case 25 -> {
                assertThat(request.getInt(4)).as("asked the tray").isEqualTo(OWNER);
                assertThat(request.getInt(32)).as("to take the icon").isEqualTo(window);
                if (docks) {
                    event(21);
                }
            }
            case 72 -> pictures.add(request);
            default -> assertThat(request.get(0)).isPositive();
        }
    }

    private void greet() throws IOException {
        var rest = ByteBuffer.allocate(32 + 8 + 8 + 40).order(ByteOrder.LITTLE_ENDIAN);
        rest.putInt(4, 0x200000).putInt(8, 0x1fffff).putShort(16, (short) 5).put(21, (byte) 1);
        rest.put(40, (byte) 24).put(41, (byte) 32);
        rest.putInt(48, ROOT).put(48 + 38, (byte) 24);
        var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) 1).putShort(6,
                (short) (rest.capacity() / 4));
        send(head);
        send(rest);
    }

    private void press(int button) throws IOException {
        send(packet(4).put(1, (byte) button).putShort(20, (short) 600).putShort(22, (short) 14));
    }

    private void event(int code) throws IOException {
        send(packet(code));
    }

    private static ByteBuffer packet(int code) {
        return ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) code);
    }

    private synchronized void send(ByteBuffer packet) throws IOException {
        caller.getOutputStream().write(packet.array());
    }

    private ByteBuffer picture() throws InterruptedException {
        return pictures.poll(10, TimeUnit.SECONDS);
    }

    private void expect(String... wanted) throws InterruptedException {
        for (var each : wanted) {
            assertThat(news.poll(10, TimeUnit.SECONDS)).isEqualTo(each);
        }
    }

    private static TrayFace face(double used) {
        return new TrayFace(new Bar(used, Level.NORMAL), new Bar(0.4, Level.NORMAL), "words");
    }

    private TrayListener listener() {
        return new TrayListener() {
            @Override
            public void open() {
                news.add("open");
            }

            @Override
            public void mini() {
                news.add("mini");
            }

            @Override
            public void quit() {
                news.add("quit");
            }

            @Override
            public void menu(int x, int y, String words) {
                news.add("menu " + x + " " + y + " " + words);
            }

            @Override
            public void hover(int x, int y, String words) {
                news.add("hover " + words);
            }

            @Override
            public void leave() {
                news.add("leave");
            }

            @Override
            public void present(boolean there) {
                news.add("present " + there);
            }
        };
    }
}
