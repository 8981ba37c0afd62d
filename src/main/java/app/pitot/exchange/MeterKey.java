package app.pitot.exchange;

import app.pitot.provider.Account;

/**
 * Which requests share windows. One meter serves a whole account, all its models together: a plan of ours states one table
 * of limits for the organisation, and two meters would each believe that they had all of it. A provider that counts per
 * model only makes such a meter too careful, and its own headers correct it at the next reply. When plans name limits per
 * model, the model joins this key.
 *
 * @param baseUrl part of the key because a simulator that was started again has fresh counters
 * @param planId null if nothing is known
 */
record MeterKey(String accountId, String baseUrl, String planId) {
    static MeterKey of(Account account) {
        return new MeterKey(account.id(), account.baseUrl(), account.plan() == null ? null : account.plan().id());
    }
}
