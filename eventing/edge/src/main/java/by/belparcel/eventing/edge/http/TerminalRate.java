package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.handling.Settings;

/**
 * The limit of one handler for one terminal of a pick-up point (domain README 4.8): 5 requests a second, and as many at once
 * as the bucket holds.
 *
 * @param prefix of the limited paths
 * @param perSecond 0 = no limit
 */
record TerminalRate(String prefix, int perSecond, int bucket) {

    private static final int PER_SECOND = 5;
    private static final int LARGEST_BUCKET = 10;

    /**
     * Setting {@code belparcel.pvz.rate}: the bucket, 5 to 10. Outside of production it may be more, which then is the rate as
     * well (demonstrations and load tests act for many terminals at once), or 0 = no limit.
     */
    static TerminalRate from(Settings settings) {
        int bucket = (int) settings.number("belparcel.pvz.rate", PER_SECOND);
        boolean usual = bucket >= PER_SECOND && bucket <= LARGEST_BUCKET;
        if (!usual && (bucket < 0 || settings.text("ENVIRONMENT", "local").equals("production"))) {
            throw new IllegalStateException("BELPARCEL_PVZ_RATE must lie between 5 and 10");
        }
        String prefix = settings.text("belparcel.pvz.rate-paths", "/pvz/v1/");
        return new TerminalRate(prefix, usual ? PER_SECOND : bucket, bucket);
    }

    boolean limits(String path) {
        return perSecond > 0 && path.startsWith(prefix);
    }
}
