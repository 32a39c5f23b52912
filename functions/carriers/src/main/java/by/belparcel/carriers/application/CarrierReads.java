package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.SignalStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What queries show; nothing is locked. */
public interface CarrierReads {

    /** One row more than the limit when there is a next page; by distance when a place is given, else by code. */
    Mono<List<Seen>> list(Transaction tx, Wanted wanted);

    Mono<Seen> find(Transaction tx, String carrierId);

    /** His last shifts and the trips that he has or had, newest first. */
    Mono<ScheduleView> schedule(Transaction tx, String carrierId);

    /**
     * Which carriers.
     *
     * @param available true: active and ONLINE; false: all others; null: all
     * @param radiusM metres around the place, not looked at without one
     * @param after position of the last row of the page before: distance in metres and id, or code; empty on the first page
     */
    record Wanted(@Nullable Boolean available, @Nullable GeoPoint near, int radiusM, List<String> after, int limit) {}

    /**
     * A carrier with everything that the three parties say about him.
     *
     * @param signal absent when he drives no trip or tracking has not said anything yet
     * @param distanceM absent when no place was asked for
     * @param liveTrips assigned to him or on the road, oldest first
     * @param now the database's present time
     */
    record Seen(
            Carrier carrier,
            Driver driver,
            @Nullable SignalStatus signal,
            @Nullable Long distanceM,
            List<String> liveTrips,
            Instant now) {}
}
