package by.belparcel.kernel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Human numbers of orders, batches, trips and pickup tickets (domain README 4.1). Dates are those of Minsk. */
public final class Numbers {

    public static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).withZone(MINSK);
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Numbers() {}

    /** {@code BP-YYMMDD-NNNNNN-C}: the running number may grow past six digits, C is the check digit over all digits before. */
    public static String order(Instant at, long running) {
        String day = DAY.format(at);
        String number = String.format(Locale.ROOT, "%06d", running);
        return "BP-" + day + "-" + number + "-" + Luhn.checkDigit(day + number);
    }

    /** {@code B-YYMMDD-NNNN}. */
    public static String batch(Instant at, long running) {
        return daily("B", at, running);
    }

    /** {@code T-YYMMDD-NNNN}. */
    public static String trip(Instant at, long running) {
        return daily("T", at, running);
    }

    /** {@code PT-} and ten Crockford base32 characters made from 50 random bits. */
    public static String pickupTicket(long randomBits) {
        StringBuilder text = new StringBuilder("PT-");
        for (int shift = 45; shift >= 0; shift -= 5) {
            text.append(CROCKFORD.charAt((int) (randomBits >>> shift) & 31));
        }
        return text.toString();
    }

    private static String daily(String prefix, Instant at, long running) {
        return prefix + "-" + DAY.format(at) + "-" + String.format(Locale.ROOT, "%04d", running);
    }
}
