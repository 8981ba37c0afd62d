package app.pitot.simulator;

/**
 * All that one provider does in its own way.
 *
 * @param models what it serves
 * @param rules what it takes
 * @param errors how it refuses
 * @param rates what its headers tell of the limits
 * @param framing how it writes replies
 * @param routes its other endpoints
 */
record Voice(Models models, Rules rules, Errors errors, RateHeaders rates, Frames.Framing framing, Routes routes) {
    static Voice of(Dialect dialect) {
        return switch (dialect) {
            case CEREBRAS -> new Voice(Models.load("models.json", "/limits/max_context_length"),
                    new CerebrasRules(), new CerebrasErrors(), new CerebrasRateHeaders(), CerebrasFrames::new,
                    new CerebrasRoutes());
            case GROQ -> new Voice(Models.load("models-groq.json", "/context_window"), new GroqRules(),
                    new GroqErrors(), new GroqRateHeaders(), GroqFrames::new, new GroqRoutes());
            case OPENROUTER -> new Voice(Models.load("models-openrouter.json", "/context_length"),
                    new OpenRouterRules(), new OpenRouterErrors(), new OpenRouterRateHeaders(), OpenRouterFrames::new,
                    new OpenRouterRoutes());
        };
    }
}
