package app.pitot.api;

/** A request that brought no usable answer. */
public final class ApiException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ApiError error;

    public ApiException(ApiError error) {
        super(error.message());
        this.error = error;
    }

    public ApiError error() {
        return error;
    }
}
