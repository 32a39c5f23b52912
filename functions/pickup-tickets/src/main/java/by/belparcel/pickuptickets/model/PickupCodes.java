package by.belparcel.pickuptickets.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes and recognises codes. A code is the output of a keyed pseudo-random function over ticket and counter, so it can be
 * shown to its owner again although only its HMAC is stored; a new counter is a new, unpredictable code.
 */
public final class PickupCodes {

    private final Secrets secrets;

    public PickupCodes(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The code of a counter whose code nobody would guess; see {@link #firstFrom}. */
    public PickupCode code(String ticketId, int counter, int length) {
        long random =
                ByteBuffer.wrap(secrets.mac("code", ticketId + '|' + counter)).getLong() >>> 1;
        long modulus = length == PickupCode.LOCKER_LENGTH ? 100_000_000L : 1_000_000L;
        return new PickupCode(String.format(Locale.ROOT, "%0" + length + "d", random % modulus));
    }

    /** The first counter from this one on that gives a good code. */
    public int firstFrom(String ticketId, int counter, int length) {
        int next = counter;
        while (PickupCode.guessable(code(ticketId, next, length).digits())) {
            next++;
        }
        return next;
    }

    /** What is stored: equal for equal codes of one pick-up point, so that a unique index keeps active codes apart. */
    public String hash(String pvzId, String digits) {
        return HexFormat.of().formatHex(secrets.mac("hash", pvzId + '|' + digits));
    }

    /** In constant time. */
    boolean matches(String pvzId, String digits, String storedHash) {
        return Secrets.same(
                HexFormat.of().parseHex(hash(pvzId, digits)), HexFormat.of().parseHex(storedHash));
    }

    /** Phones of delegates are stored like this. */
    public String phoneHash(String e164) {
        return HexFormat.of().formatHex(secrets.mac("phone", e164));
    }
}
