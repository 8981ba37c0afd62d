package app.pitot.ui.requests;

/** A page in which words can be looked for. */
interface Findable {
    /** Gives the focus to where one types what to look for. */
    void find();
}
