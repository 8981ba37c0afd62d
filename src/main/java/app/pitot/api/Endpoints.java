package app.pitot.api;

/** Base URLs as users type them. */
public final class Endpoints {
    private Endpoints() {}

    /**
     * Turns {@code typed} into a base URL that ends before {@code /chat/completions}, without a trailing slash.
     *
     * @throws ApiException of kind BAD_URL with a sentence for the user
     */
    public static String normalise(String typed) throws ApiException {
        throw new UnsupportedOperationException("api");
    }
}
