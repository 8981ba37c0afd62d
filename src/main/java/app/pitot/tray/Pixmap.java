package app.pitot.tray;

import java.nio.ByteBuffer;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A picture as D-Bus takes it: ARGB, line by line, in network order; public, as the library needs it. */
public final class Pixmap extends Struct {
    @Position(0)
    public final int width;
    @Position(1)
    public final int height;
    @Position(2)
    public final byte[] argb;

    private Pixmap(int size, byte[] argb) {
        this.width = size;
        this.height = size;
        this.argb = argb;
    }

    static Pixmap of(TrayFace face, int size) {
        var bytes = ByteBuffer.allocate(size * size * 4);
        for (int pixel : TrayIcons.draw(face, size)) {
            bytes.putInt(pixel);
        }
        return new Pixmap(size, bytes.array());
    }
}
