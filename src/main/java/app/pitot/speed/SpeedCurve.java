package app.pitot.speed;

/**
 * How the text of one reply came over time, thinned out to what a drawing needs: at {@code ms[i]} after the request was sent,
 * {@code bytes[i]} bytes of text had come.
 *
 * @param ms rising; the first is that of the first text, the last that of the last
 * @param bytes UTF-8 bytes of all text so far, rising; as many as {@code ms}
 * @param answerFrom index of the first point that is not reasoning; {@code ms.length} if there is none
 */
public record SpeedCurve(float[] ms, long[] bytes, int answerFrom) {
    /** More points than this cannot be seen. */
    public static final int MOST_POINTS = 160;
    /** Nothing came, or it is not known. */
    public static final SpeedCurve NONE = new SpeedCurve(new float[0], new long[0], 0);
}
