package app.pitot.simulator;

import app.pitot.base.Texts;

/** Which provider's way of talking a simulator takes on. */
public enum Dialect {
    CEREBRAS("cerebras", "/v1", "cerebras-free-2026-04"), GROQ("groq", "/openai/v1",
            "groq-free-2026-10"),
    OPENROUTER("openrouter", "/api/v1", "openrouter-free");

    private final String label;
    private final String basePath;
    private final String defaultPlan;

    Dialect(String label, String basePath, String defaultPlan) {
        this.label = label;
        this.basePath = basePath;
        this.defaultPlan = defaultPlan;
    }

    /** The name on the command line, which is also the provider's id. */
    public String label() {
        return label;
    }

    /** What the provider's base URL has after its host. */
    public String basePath() {
        return basePath;
    }

    /** Id of the plan to enforce if none is named. */
    public String defaultPlan() {
        return defaultPlan;
    }

    /** The provider's name, for people. */
    public String title() {
        return Texts.get("simulator.dialect." + label);
    }
}
