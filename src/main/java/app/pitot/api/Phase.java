package app.pitot.api;

/** How far a request has come; decides what a failure means. */
enum Phase {
    CONNECTING, SENDING, WAITING, READING
}
