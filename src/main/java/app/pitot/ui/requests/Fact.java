package app.pitot.ui.requests;

/**
 * One line of a table of facts.
 *
 * @param source where the value comes from, in words; may be empty
 */
record Fact(String name, String value, String source) {
    Fact(String name, String value) {
        this(name, value, "");
    }
}
