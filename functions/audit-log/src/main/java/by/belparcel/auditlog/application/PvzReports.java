package by.belparcel.auditlog.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Figures that follow from what was remembered. */
public interface PvzReports {

    /** @param at absent = now */
    Mono<Stock> stock(Transaction tx, String pvzId, @Nullable Instant at);

    /** Figures of whole days of Minsk, both ends included; absent = today. */
    Mono<Metrics> metrics(Transaction tx, @Nullable LocalDate from, @Nullable LocalDate to);

    /**
     * What lay at a point at a moment.
     *
     * @param stock parcels that took room
     * @param states how many of them in which state; a parcel counts as overdue from the news of it on
     */
    record Stock(String pvzId, Instant at, long stock, Map<String, Long> states) {

        public Stock {
            states = Map.copyOf(states);
        }
    }

    /** Figures of a period by region. */
    record Metrics(LocalDate from, LocalDate to, List<Region> regions) {

        public Metrics {
            regions = List.copyOf(regions);
        }
    }

    /** @param points how many pick-up points had anything to do */
    record Region(
            String region,
            long points,
            long accepted,
            long issued,
            long refused,
            long returnedByClient,
            long returnedToCourier,
            long overdue) {}
}
