package by.belparcel.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many failed logins are too many: 5 of an account or 20 of an address within 15 minutes (domain README section 1).
 *
 * @param window how long a failure counts
 */
public record LoginThrottle(int perAccount, int perAddress, Duration window) {

    public static final LoginThrottle DEFAULT = new LoginThrottle(5, 20, Duration.ofMinutes(15));

    /** How long to wait; empty when another attempt is allowed. Failures newest first, as many as the limit at most. */
    public Optional<Duration> wait(List<Instant> ofAccount, List<Instant> ofAddress, Instant now) {
        Duration account = until(ofAccount, perAccount, now);
        Duration address = until(ofAddress, perAddress, now);
        Duration longest = account.compareTo(address) > 0 ? account : address;
        return longest.isPositive() ? Optional.of(longest) : Optional.empty();
    }

    /** The failure that has to grow old is the one that fills the limit. */
    private Duration until(List<Instant> failures, int limit, Instant now) {
        return failures.size() < limit
                ? Duration.ZERO
                : Duration.between(now, failures.get(limit - 1).plus(window));
    }
}
