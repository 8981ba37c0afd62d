package app.pitot.simulator;

/** Turns a request into one number, so that the same request always gets the same reply. */
final class Seeds {
    private Seeds() {}

    static long of(long seed, ChatBody body) {
        long mix = seed * 0x9E3779B97F4A7C15L + body.model().hashCode();
        for (var message : body.messages())
            mix = mix * 31 + message.role().hashCode() * 17L + message.text().hashCode();
        mix = mix * 31 + (body.temperature() == null ? 1 : Double.hashCode(body.temperature()));
        return mix * 31 + (body.seed() == null ? 1 : body.seed() + 2);
    }
}
