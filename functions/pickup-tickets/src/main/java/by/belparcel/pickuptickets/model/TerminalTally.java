package by.belparcel.pickuptickets.model;

import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal did lately.
 *
 * @param wrong wrong codes within the window
 * @param firstWrong the oldest of them
 * @param searches codes without an order within their window
 * @param firstSearch the oldest of them
 */
public record TerminalTally(
        int wrong,
        @Nullable Instant firstWrong,
        int searches,
        @Nullable Instant firstSearch) {

    /** @param search whether the terminal shows a code without naming an order */
    public Optional<Rejection> refusal(TerminalPolicy policy, boolean search, Instant now) {
        if (wrong >= policy.wrongCodes()) {
            return Optional.of(tooMany(
                    "TERMINAL_THROTTLED",
                    "This terminal has shown " + policy.wrongCodes() + " wrong codes.",
                    wait(firstWrong, policy.wrongWindow(), now)));
        }
        if (search && searches >= policy.searches()) {
            return Optional.of(tooMany(
                    "RATE_LIMITED",
                    "A terminal may search by code " + policy.searches() + " times a minute; name the order.",
                    wait(firstSearch, policy.searchWindow(), now)));
        }
        return Optional.empty();
    }

    private static Rejection tooMany(String code, String detail, long seconds) {
        return Rejection.of(Rejection.Kind.RATE_LIMITED, code, detail).with("retry_after", seconds);
    }

    private static long wait(@Nullable Instant first, Duration window, Instant now) {
        Instant free = (first == null ? now : first).plus(window);
        return Math.max(1, Duration.between(now, free).plusMillis(999).toSeconds());
    }
}
