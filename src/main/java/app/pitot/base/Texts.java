package app.pitot.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Every sentence that a user reads, from one bundle: {@code app/pitot/texts.properties}. Safe from any thread. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("app.pitot.texts", Locale.ROOT,
            Texts.class.getModule());

    private Texts() {}

    /**
     * The text under {@code key} with {@code args} put into its {@link MessageFormat} places.
     *
     * @throws MissingResourceException if no such key is defined: a defect that the bundle test finds
     */
    public static String get(String key, Object... args) {
        var pattern = BUNDLE.getString(key);
        return args.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, Locale.US).format(args);
    }

    /** True if the bundle defines {@code key}. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
