package org.communitycontracts.people.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A QR code as the outline of its dark fields, for one path of an SVG drawing; the white edge belongs to it. */
record Square(int size, String path) {
    private static final int EDGE = 4;

    static Square of(String text) {
        try {
            BitMatrix fields =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, EDGE));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < fields.getHeight(); y++) {
                for (int x = 0; x < fields.getWidth(); x++) {
                    if (fields.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new Square(fields.getWidth(), path.toString());
        } catch (WriterException fault) {
            throw new IllegalArgumentException("Too long for a QR code", fault);
        }
    }
}
