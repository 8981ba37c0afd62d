package app.pitot.tray;

import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;

/** Single properties as all of them together have them; none can be set. Called on the library's threads. */
abstract class ReadOnlyProperties implements Properties {
    @Override
    @SuppressWarnings("unchecked") // what the library makes of the type is a variant
    public <A> A Get(String type, String name) {
        var value = GetAll(type).get(name);
        if (value == null) {
            throw new UnknownProperty(name);
        }
        return (A) value;
    }

    @Override
    public <A> void Set(String type, String name, A value) {
        throw new UnknownProperty(name);
    }
}
