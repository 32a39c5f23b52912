package by.belparcel.payments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a silent provider is asked again (domain orders-and-payments 2.2, rules 1 and 7).
 *
 * @param queries moments after the request at which an unknown authorisation is asked for; after the last it is declined
 * @param later pause between further attempts of a capture or void whose queries are used up
 * @param refundFirst first pause of a refund; doubled each time
 * @param refundLongest longest pause of a refund
 * @param refundGiveUp time after which a refund goes to people
 */
public record RetryPolicy(
        List<Duration> queries, Duration later, Duration refundFirst, Duration refundLongest, Duration refundGiveUp) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10)),
            Duration.ofHours(1),
            Duration.ofMinutes(5),
            Duration.ofHours(6),
            Duration.ofHours(24));

    public RetryPolicy {
        queries = List.copyOf(queries);
    }

    /** Whether an authorisation that stayed without answer this many times is given up. */
    boolean exhausted(int tries) {
        return tries > queries.size();
    }

    /** The moment of the next query of an authorisation after so many tries without answer. */
    Instant nextQuery(Instant requestedAt, int tries, Instant now) {
        Instant planned = requestedAt.plus(queries.get(tries - 1));
        return planned.isAfter(now) ? planned : now.plus(queries.getFirst());
    }

    Instant nextTry(int tries, Instant now) {
        return now.plus(tries <= queries.size() ? queries.get(tries - 1) : later);
    }

    Instant nextRefund(int attempts, Instant now) {
        Duration pause = refundFirst;
        for (int i = 0; i < attempts && pause.compareTo(refundLongest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return now.plus(pause.compareTo(refundLongest) < 0 ? pause : refundLongest);
    }
}
