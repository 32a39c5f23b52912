package by.belparcel.routing.distance;

import java.net.URI;

/**
 * Where the road network is and what is believed of it.
 *
 * @param base address of the server, without a service
 * @param maxCoordinates of one call; larger matrices are asked for in parts
 * @param concurrency of these parts
 * @param maxBytes of one answer
 * @param retries after a connection that failed or a server that has trouble
 * @param box where every place of an answer must lie
 * @param snapMetres how far the nearest road may be from a place that was asked for
 */
public record OsrmSettings(
        URI base, int maxCoordinates, int concurrency, int maxBytes, int retries, Box box, double snapMetres) {

    private static final int MIB = 1 << 20;

    public OsrmSettings {
        if (maxCoordinates < 2 || concurrency < 1 || maxBytes < 1 || retries < 0) {
            throw new IllegalArgumentException("not settings: " + maxCoordinates + ", " + concurrency);
        }
    }

    public static OsrmSettings of(URI base) {
        return new OsrmSettings(base, 100, 4, MIB, 1, Box.BELARUS, 20_000);
    }
}
