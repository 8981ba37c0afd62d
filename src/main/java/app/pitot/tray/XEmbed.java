package app.pitot.tray;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an X display has an old-style tray. AWT could tell, too, but starting a second toolkit on every desktop only to
 * hear that there is none would be dear.
 */
final class XEmbed {
    private static final Logger LOG = LoggerFactory.getLogger(XEmbed.class);

    private XEmbed() {}

    /** True if a program manages the tray of the first screen. Blocks for a moment. */
    @SuppressWarnings("restricted") // as for JavaFX and SQLite, the launcher allows it
    static boolean managed() {
        var display = System.getenv("DISPLAY");
        if (display == null || display.isBlank()) {
            return false;
        }
        try (var arena = Arena.ofConfined()) {
            var x11 = new Functions(SymbolLookup.libraryLookup("libX11.so.6", arena));
            var connection = x11.open(MemorySegment.NULL);
            if (connection.equals(MemorySegment.NULL)) {
                return false;
            }
            try {
                return x11.owner(connection, x11.atom(connection, arena.allocateFrom("_NET_SYSTEM_TRAY_S0"))) != 0;
            } finally {
                x11.close(connection);
            }
        } catch (Throwable e) {
            LOG.debug("whether there is an old-style tray cannot be seen: {}", e.toString());
            return false;
        }
    }

    /** What of Xlib is needed. */
    private static final class Functions {
        private static final ValueLayout P = ValueLayout.ADDRESS;
        private static final ValueLayout ATOM = ValueLayout.JAVA_LONG;
        private final SymbolLookup library;

        Functions(SymbolLookup library) {
            this.library = library;
        }

        MemorySegment open(MemorySegment name) throws Throwable {
            return (MemorySegment) handle("XOpenDisplay", FunctionDescriptor.of(P, P)).invokeExact(name);
        }

        long atom(MemorySegment connection, MemorySegment name) throws Throwable {
            return (long) handle("XInternAtom", FunctionDescriptor.of(ATOM, P, P, ValueLayout.JAVA_INT))
                    .invokeExact(connection, name, 0);
        }

        long owner(MemorySegment connection, long atom) throws Throwable {
            return (long) handle("XGetSelectionOwner", FunctionDescriptor.of(ATOM, P, ATOM))
                    .invokeExact(connection, atom);
        }

        void close(MemorySegment connection) throws Throwable {
            int ignored = (int) handle("XCloseDisplay", FunctionDescriptor.of(ValueLayout.JAVA_INT, P))
                    .invokeExact(connection);
            LOG.trace("closed: {}", ignored);
        }

        @SuppressWarnings("restricted")
        private MethodHandle handle(String name, FunctionDescriptor type) {
            return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
        }
    }
}
