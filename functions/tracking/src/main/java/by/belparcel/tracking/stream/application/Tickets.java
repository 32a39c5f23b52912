package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** One-time tickets for live connections, because a page cannot send a header with a WebSocket. */
public interface Tickets {

    /** A new ticket for this caller; only its hash is kept. */
    Mono<String> issue(Transaction tx, Principal principal, Duration life);

    /** Who it was issued to; empty for an unknown, used or expired one. Of two that come at once one gets it. */
    Mono<Principal> redeem(Transaction tx, String ticket);

    /** Forgets what has expired. */
    Mono<Void> forgetExpired(Transaction tx);
}
