package app.pitot.tray;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The icon's menu as D-Bus names it; public, as the library needs it. */
@DBusInterfaceName("com.canonical.dbusmenu")
public interface NotifierMenu extends DBusInterface {
    /** All entries below {@code parent}. */
    Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> properties);

    /** The properties of {@code ids}, of all for none. */
    List<Entry> GetGroupProperties(List<Integer> ids, List<String> properties);

    /** One property of one entry. */
    Variant<?> GetProperty(int id, String name);

    /** What the user did: "clicked". */
    void Event(int id, String event, Variant<?> data, UInt32 time);

    /** What the user did, several at once; returns ids that are not known. */
    List<Integer> EventGroup(List<Happened> events);

    /** True if the menu must be read anew before it is shown. */
    boolean AboutToShow(int id);

    /** A revision and the entries. */
    final class Layout<A, B> extends Tuple {
        @Position(0)
        public final A revision;
        @Position(1)
        public final B root;

        /** Made once. */
        public Layout(A revision, B root) {
            this.revision = revision;
            this.root = root;
        }
    }

    /** An entry with those below it. */
    final class Node extends Struct {
        @Position(0)
        public final int id;
        @Position(1)
        public final Map<String, Variant<?>> properties;
        @Position(2)
        public final List<Variant<?>> children;

        /** Made once. */
        public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /** An entry alone. */
    final class Entry extends Struct {
        @Position(0)
        public final int id;
        @Position(1)
        public final Map<String, Variant<?>> properties;

        /** Made for an answer. */
        public Entry(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /** One thing that the user did. */
    final class Happened extends Struct {
        @Position(0)
        public final int id;
        @Position(1)
        public final String event;
        @Position(2)
        public final Variant<?> data;
        @Position(3)
        public final UInt32 time;

        /** Made by the library. */
        public Happened(int id, String event, Variant<?> data, UInt32 time) {
            this.id = id;
            this.event = event;
            this.data = data;
            this.time = time;
        }
    }
}
