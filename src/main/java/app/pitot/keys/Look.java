package app.pitot.keys;

/** What can be seen of a keychain without opening a dialog. */
enum Look {
    /** There and unlocked. */
    OPEN,
    /** There and locked: a call would ask the user. */
    LOCKED,
    /** The service is there and has no keyring to put something into. */
    EMPTY,
    /** No session bus, over which a keychain would be reached. */
    NO_BUS,
    /** A session bus on which no keychain is. */
    NO_SERVICE,
    /** Something is there and gave no answer, or not a sensible one. */
    NO_ANSWER,
    /** This system shows nothing beforehand; any call may ask the user. */
    UNKNOWN
}
