package app.pitot.exchange;

import app.pitot.api.Delta;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands streamed characters from the transport thread to one consumer. The writer appends to the front buffer; the consumer
 * swaps front and back under the lock and copies outside it, so neither waits for more than the copy of one chunk. No
 * object is made per chunk.
 */
final class TextHandOff {
    private final ReentrantLock lock = new ReentrantLock();
    private Chars front = new Chars();
    private Chars back = new Chars();

    /** From the transport thread. */
    void append(char[] buffer, int offset, int length) {
        lock.lock();
        try {
            front.append(buffer, offset, length);
        } finally {
            lock.unlock();
        }
    }

    /** From the one consumer: moves what came since the last call to the end of {@code target}. */
    boolean drain(StringBuilder target) {
        lock.lock();
        try {
            if (front.length == 0) {
                return false;
            }
            var full = front;
            front = back;
            back = full;
        } finally {
            lock.unlock();
        }
        target.append(back.chars, 0, back.length);
        back.length = 0;
        return true;
    }

    private static final class Chars {
        private char[] chars = new char[1_024];
        private int length;

        private void append(char[] buffer, int offset, int count) {
            if (count > chars.length - length) {
                chars = Arrays.copyOf(chars, Math.max(Math.addExact(length, count), chars.length * 2));
            }
            System.arraycopy(buffer, offset, chars, length, count);
            length += count;
        }
    }

    /** The two streams of one reply: pieces for the consumer, and the whole for the result. */
    static final class Reply {
        private final TextHandOff answer = new TextHandOff();
        private final TextHandOff reasoning = new TextHandOff();
        // Written by the transport thread, read by the same thread at the end.
        private final StringBuilder wholeAnswer = new StringBuilder();
        private final StringBuilder wholeReasoning = new StringBuilder();

        void append(Delta delta, char[] buffer, int offset, int length) {
            boolean thinking = delta == Delta.REASONING;
            (thinking ? wholeReasoning : wholeAnswer).append(buffer, offset, length);
            (thinking ? reasoning : answer).append(buffer, offset, length);
        }

        boolean drain(StringBuilder intoAnswer, StringBuilder intoReasoning) {
            // No short cut: both must be emptied.
            return answer.drain(intoAnswer) | reasoning.drain(intoReasoning);
        }

        String answer() {
            return wholeAnswer.toString();
        }

        String reasoning() {
            return wholeReasoning.toString();
        }
    }
}
