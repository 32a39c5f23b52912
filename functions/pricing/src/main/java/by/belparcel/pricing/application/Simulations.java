package by.belparcel.pricing.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Finished simulations. */
public interface Simulations {

    Mono<Void> add(Transaction tx, SimulationView simulation, String requestedBy);

    Mono<SimulationView> find(Transaction tx, String id);
}
