package uk.referralline.console;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one path of an SVG.
 *
 * @param size of each side in modules, with the quiet zone of four that the standard asks for
 * @param path of the dark modules
 */
public record QrDrawing(int size, String path) {
    private static final int QUIET = 4;

    static QrDrawing of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrDrawing(code.size + 2 * QUIET, path.toString());
    }

    /** What of it is seen. */
    public String viewBox() {
        return "0 0 " + size + " " + size;
    }
}
