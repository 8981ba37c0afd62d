package app.pitot.syntax;

/** What a part of a code is. What has no kind, such as punctuation, is drawn like text. */
public enum Kind {
    KEYWORD, TYPE, STRING, NUMBER, COMMENT, FUNCTION, CONSTANT, TAG, ATTRIBUTE, INSERTED, DELETED
}
