package by.belparcel.operations.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.model.ChaosSettings;
import reactor.core.publisher.Mono;

/** The stored position of the chaos knob; the relay reads it. */
public interface ChaosSwitch {

    Mono<ChaosSettings> current(Transaction tx);

    Mono<Void> turn(Transaction tx, ChaosSettings settings);
}
