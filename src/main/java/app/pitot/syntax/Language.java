package app.pitot.syntax;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The table of one language that is made of words, strings and comments. Filled while read, never changed after. */
final class Language {
    /** What is not the same in all of them. */
    enum Trait {
        /** A name in front of a parenthesis is a function. */
        CALLS,
        /** A name in capitals is a type or a constant. */
        CAPITALS,
        /** A name behind an at sign is an annotation. */
        AT,
        /** A name behind a dollar sign is a variable. */
        DOLLAR,
        /** A name or string in front of a colon, or of an equals sign, is a key. */
        COLON_KEYS, EQUALS_KEYS,
        /** A number sign that begins a line begins a directive. */
        HASH,
        /** A word behind a number sign is a colour or a name. */
        HASH_VALUE,
        /** Dashes are parts of names. */
        DASH,
        /** A slash where a value must stand begins a regular expression. */
        REGEX,
        /** A single quote holds one character. */
        CHAR,
        /** A square bracket that begins a line begins a section. */
        SECTION,
        /** Words are the same in any case. */
        NOCASE,
        /** Comments of blocks nest. */
        NESTED,
        /** A mark of a comment counts only where no word ends. */
        APART
    }

    /** A string that stands between two marks. */
    record Quote(String open, String close, char escape, boolean manyLines) {}

    /** A comment between two marks. */
    record Block(String open, String close) {}

    final List<String> lineComments = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final Map<String, Kind> words = new HashMap<>();
    final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Null if {@code word} means nothing of its own. */
    Kind kind(String word) {
        return words.get(has(Trait.NOCASE) ? word.toLowerCase(Locale.ROOT) : word);
    }

    void put(String word, Kind kind) {
        words.put(has(Trait.NOCASE) ? word.toLowerCase(Locale.ROOT) : word, kind);
    }
}
