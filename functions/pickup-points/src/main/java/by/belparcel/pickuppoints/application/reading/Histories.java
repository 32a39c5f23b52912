package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** What happened to parcels. */
public interface Histories {

    /** At one point, newest change first. */
    Mono<HistoryPage.Changes> ofPoint(Transaction tx, String pvzId, Paging paging);

    /** Of these parcels, oldest change first. */
    Mono<HistoryPage.Changes> ofParcels(Transaction tx, Collection<String> ids, Paging paging);
}
