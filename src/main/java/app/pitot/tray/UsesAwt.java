package app.pitot.tray;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the few classes that may see AWT; everything else draws with JavaFX. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@interface UsesAwt {
    /** Why there is no other way. */
    String value();
}
