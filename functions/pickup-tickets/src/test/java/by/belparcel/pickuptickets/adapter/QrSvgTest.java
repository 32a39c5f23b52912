package by.belparcel.pickuptickets.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSvgTest {

    private static final int SCALE = 8;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void drawsAnImageThatAScannerReads() throws Exception {
        String text = "PT-0123456789|1795161660|c2lnbmF0dXJlLW9mLXRoaXMtdG9rZW4";

        assertThat(scanned(QrSvg.of(text))).isEqualTo(text);
    }

    private static String scanned(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
        if (!box.find()) {
            throw NotFoundException.getNotFoundInstance();
        }
        int size = Integer.parseInt(box.group(1));
        BitMatrix modules = new BitMatrix(size);
        Matcher module = MODULE.matcher(svg);
        while (module.find()) {
            modules.set(Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)));
        }
        int[] pixels = new int[size * SCALE * size * SCALE];
        for (int y = 0; y < size * SCALE; y++) {
            for (int x = 0; x < size * SCALE; x++) {
                pixels[y * size * SCALE + x] = modules.get(x / SCALE, y / SCALE) ? 0xFF000000 : 0xFFFFFFFF;
            }
        }
        RGBLuminanceSource source = new RGBLuminanceSource(size * SCALE, size * SCALE, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
