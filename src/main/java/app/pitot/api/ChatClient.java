package app.pitot.api;

import app.pitot.provider.ModelInfo;
import java.util.List;
import java.util.function.Consumer;

/** The wire. Safe from any thread. */
public interface ChatClient extends AutoCloseable {
    /**
     * Prepares a streaming request; nothing is sent yet.
     *
     * @param target closed by the call when it ends
     */
    ChatCall newCall(Target target, ChatRequest request);

    /**
     * The models that {@code GET /models} lists, in the server's order; costs no tokens. Blocks.
     *
     * @param target closed by this method
     * @throws ApiException with the reason, if there is no list
     */
    List<ModelInfo> models(Target target) throws ApiException;

    /**
     * The models in a catalogue that needs no key, at {@code publicUrl}, reached as the target is. Neither the key nor a header
     * of the user's own is sent there. Blocks.
     *
     * @param target closed by this method
     * @throws ApiException with the reason, if there is no list
     */
    List<ModelInfo> models(Target target, String publicUrl) throws ApiException;

    /**
     * Asks {@code path} below the base URL, which costs no tokens; returns if the key was taken. Blocks.
     *
     * @param target closed by this method
     * @param path begins with a slash
     * @throws ApiException with the reason, if it was not or cannot be told
     */
    void checkKey(Target target, String path) throws ApiException;

    /**
     * Sees to it that a connection to the endpoint is open, with a request that costs no tokens and whose answer does not matter.
     * Blocks.
     *
     * @param target closed by this method
     * @throws ApiException with the reason, if there is no connection
     */
    void warm(Target target) throws ApiException;

    /**
     * What the provider says of the key's use and limits; costs no tokens. Blocks.
     *
     * @param target closed by this method
     * @param path below the base URL, begins with a slash
     * @throws ApiException with the reason, if it does not say
     */
    KeyStatus keyStatus(Target target, String path) throws ApiException;

    /**
     * Tests the way to an endpoint with {@code GET /models}, over a connection of its own and for no tokens. Returns at once.
     *
     * @param target closed when the test ends
     * @param steps told each step of {@link CheckStep.Kind} once, in order, from any thread; must not block
     */
    RunningCheck check(Target target, Consumer<CheckStep> steps);

    /**
     * Lets go of the connections to {@code baseUrl}, because an account there was changed or removed: idle ones at once, others
     * when their call ends.
     */
    void forget(String baseUrl);

    /** Closes idle connections. Running calls go on. */
    @Override
    void close();
}
