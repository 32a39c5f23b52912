package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.model.TerminalTally;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Counts what terminals do wrong. */
public interface Terminals {

    /** What it did within the windows; nobody else changes it until the transaction ends. */
    Mono<TerminalTally> enter(Transaction tx, String terminal, Instant now);

    /** Writes down a wrong code, a search by code, or both. */
    Mono<Void> charge(Transaction tx, String terminal, boolean wrong, boolean search, Instant now);
}
