package app.pitot.keys;

import java.util.function.Predicate;

/**
 * What is asked beside the keyring library, which does not say why it failed. Methods may block and throw as in
 * {@link Keychain}.
 */
interface Witness extends AutoCloseable {
    /** See {@link Keychain#look()}. */
    Look look() throws Exception;

    /** See {@link Keychain#place()}. */
    String place();

    /** See {@link Keychain#unlock}. */
    void unlock() throws Exception;

    /** See {@link Keychain#absent}. */
    boolean absent(String item, Exception failure) throws Exception;

    @Override
    void close();

    /** Where nothing can be asked: only the library's own words prove that an item is not there. */
    static Witness ofWords(String place, Predicate<String> saysAbsent) {
        return new Witness() {
            @Override
            public Look look() {
                return Look.UNKNOWN;
            }

            @Override
            public String place() {
                return place;
            }

            /** The system asks by itself when the library calls. */
            @Override
            public void unlock() {}

            @Override
            public boolean absent(String item, Exception failure) {
                return failure.getMessage() != null && saysAbsent.test(failure.getMessage());
            }

            @Override
            public void close() {}
        };
    }
}
