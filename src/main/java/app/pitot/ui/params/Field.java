package app.pitot.ui.params;

import app.pitot.base.Texts;
import java.util.Locale;

/** One thing that can be set for a request. */
public enum Field {
    SYSTEM, TEMPERATURE, TOP_P, MAX_TOKENS, SEED, STOP, EFFORT, FORMAT, SCHEMA, LOGPROBS, TOOLS, TOOL_CHOICE, EXTRA;

    /** As it is called on the screen. */
    public String words() {
        return Texts.get(key());
    }

    String key() {
        return "param." + name().toLowerCase(Locale.ROOT);
    }
}
