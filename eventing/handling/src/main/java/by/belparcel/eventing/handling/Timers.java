package by.belparcel.eventing.handling;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Durable timers (domain delivery.md section 8): rows in the caller's transaction, fired by a cron tick, precision a minute. */
public interface Timers {

    /**
     * Sets a timer once per (kind, dedupeKey); setting it again changes nothing.
     *
     * @param kind such as {@code payment.decision-timeout}; its events carry it as attribute {@code timerkind}
     * @param subject id of the aggregate to look at
     * @param delay counted from the database's present time
     */
    Mono<Void> set(String kind, String subject, String dedupeKey, Duration delay);

    /** Cancels a timer that is still due; harmless when there is none. */
    Mono<Void> cancel(String kind, String dedupeKey);
}
