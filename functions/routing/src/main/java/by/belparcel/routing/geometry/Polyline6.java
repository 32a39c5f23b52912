package by.belparcel.routing.geometry;

import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/** Lines as text with six decimals: differences in chunks of five bits, latitude first. */
public final class Polyline6 {

    private static final double SCALE = 1e6;
    private static final int CHUNK = 5;
    private static final int MORE = 0x20;
    private static final int OFFSET = 63;
    private static final int MAX_SHIFT = 35;

    private Polyline6() {}

    public static String encode(List<GeoPoint> line) {
        StringBuilder text = new StringBuilder(line.size() * 8);
        long lat = 0;
        long lng = 0;
        for (GeoPoint point : line) {
            long nextLat = Math.round(point.lat() * SCALE);
            long nextLng = Math.round(point.lng() * SCALE);
            append(text, nextLat - lat);
            append(text, nextLng - lng);
            lat = nextLat;
            lng = nextLng;
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is cut, has foreign characters or leaves the globe */
    public static List<GeoPoint> decode(String text) {
        Reader reader = new Reader(text);
        List<GeoPoint> line = new ArrayList<>();
        long lat = 0;
        long lng = 0;
        while (reader.hasMore()) {
            lat += reader.difference();
            lng += reader.difference();
            line.add(new GeoPoint(lat / SCALE, lng / SCALE));
        }
        return List.copyOf(line);
    }

    private static void append(StringBuilder text, long difference) {
        long rest = difference < 0 ? ~(difference << 1) : difference << 1;
        while (rest >= MORE) {
            text.append((char) ((rest & (MORE - 1) | MORE) + OFFSET));
            rest >>= CHUNK;
        }
        text.append((char) (rest + OFFSET));
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean hasMore() {
            return at < text.length();
        }

        long difference() {
            long value = 0;
            for (int shift = 0; shift <= MAX_SHIFT; shift += CHUNK) {
                int chunk = at < text.length() ? text.charAt(at++) - OFFSET : -1;
                if (chunk < 0 || chunk >= 2 * MORE) {
                    throw new IllegalArgumentException("not a polyline at " + at);
                }
                value |= (long) (chunk & (MORE - 1)) << shift;
                if (chunk < MORE) {
                    return (value & 1) == 0 ? value >> 1 : ~(value >> 1);
                }
            }
            throw new IllegalArgumentException("not a polyline at " + at);
        }
    }
}
