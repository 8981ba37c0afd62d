package app.pitot.exchange;

/** Keeps between runs what replies taught. Safe from any thread; trouble is logged, never thrown. */
public interface Lessons {
    /** Null if nothing is kept or it cannot be read. May block on the disk. */
    Lesson load(String accountId, String modelId);

    /** Never blocks: it is written down a while later. */
    void save(String accountId, String modelId, Lesson lesson);

    /** Keeps nothing. */
    static Lessons none() {
        return new Lessons() {
            @Override
            public Lesson load(String accountId, String modelId) {
                return null;
            }

            @Override
            public void save(String accountId, String modelId, Lesson lesson) {}
        };
    }
}
