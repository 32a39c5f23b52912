package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Availability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What tracking knows of carriers; every method answers whether the news was newer than what is known. */
public interface CarrierStore {

    Mono<Boolean> adopt(Transaction tx, CarrierState state);

    Mono<Boolean> activate(Transaction tx, String carrierId, boolean active, Instant at);

    Mono<Boolean> available(Transaction tx, String carrierId, Availability availability);

    /** @param kind type of the vehicle, absent when it is not told */
    record CarrierState(
            String carrierId, @Nullable String kind, boolean active, int timeScale, long version, Instant at) {}
}
