package app.pitot.tray;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A request to an X server while it is put together; its length is counted at the end. */
final class XRequest {
    private static final int ROOM = 64 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);
    private final boolean counted;

    private XRequest(boolean counted) {
        this.counted = counted;
    }

    /** @param detail the byte behind the code, which some requests use */
    static XRequest of(int code, int detail) {
        return new XRequest(true).u8(code).u8(detail).u16(0);
    }

    /** What a caller says first: little-endian, version 11.0, and the word that is asked for. */
    static XRequest greeting(byte[] name, byte[] word) {
        return new XRequest(false).u8('l').u8(0).u16(11).u16(0).u16(name.length).u16(word.length).u16(0).bytes(name)
                .bytes(word);
    }

    XRequest u8(int value) {
        buffer.put((byte) value);
        return this;
    }

    XRequest u16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    XRequest u32(int value) {
        buffer.putInt(value);
        return this;
    }

    /** With zeros up to a multiple of four. */
    XRequest bytes(byte[] bytes) {
        buffer.put(bytes);
        while (buffer.position() % 4 != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }

    ByteBuffer done() {
        if (counted) {
            buffer.putShort(2, (short) (buffer.position() / 4));
        }
        return buffer.flip();
    }
}
