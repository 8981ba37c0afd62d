package app.pitot.usage;

import java.util.List;

/** What past requests came to. Every method reads the disk and blocks; safe from any thread. */
public interface Usages {
    /** Knows of no request. */
    Usages NONE = new Usages() {
        @Override
        public UsageReport report(UsageQuery query) {
            return new UsageReport(query, Totals.NOTHING, List.of(), List.of(), List.of(), List.of(), null);
        }

        @Override
        public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) {
            return List.of();
        }

        @Override
        public RequestRow request(String id) {
            return null;
        }
    };

    /** @throws UsageException if the ledger cannot be read */
    UsageReport report(UsageQuery query) throws UsageException;

    /**
     * Requests, the newest first. A text that is rare or in none may take long; a thread that is interrupted meanwhile need not
     * wait for the end.
     *
     * @param after the last one of the page before; null for the first page
     * @param most at least 1
     * @throws UsageException if the ledger cannot be read, or if the thread is interrupted
     */
    List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) throws UsageException;

    /**
     * One request; null if it is not there.
     *
     * @param id of the attempt
     * @throws UsageException if the ledger cannot be read
     */
    RequestRow request(String id) throws UsageException;
}
