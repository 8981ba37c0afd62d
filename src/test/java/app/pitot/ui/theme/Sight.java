package app.pitot.ui.theme;

/** How a colour looks to somebody, after the published model of dichromatic sight in linear RGB. */
enum Sight {
    USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    WITHOUT_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    WITHOUT_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998);

    private final double[] matrix;

    Sight(double... matrix) {
        this.matrix = matrix;
    }

    /** @param hex such as {@code #12abef} */
    String of(String hex) {
        var light = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            light[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        var seen = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            double sum = Math.clamp(
                    matrix[3 * i] * light[0] + matrix[3 * i + 1] * light[1] + matrix[3 * i + 2] * light[2], 0, 1);
            double c = sum <= 0.0031308 ? 12.92 * sum : 1.055 * Math.pow(sum, 1 / 2.4) - 0.055;
            seen.append(String.format("%02x", Math.round(255 * c)));
        }
        return seen.toString();
    }
}
