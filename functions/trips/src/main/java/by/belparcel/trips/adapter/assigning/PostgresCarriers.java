package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Availability;
import by.belparcel.trips.application.assigning.Carriers;
import by.belparcel.trips.model.assigning.Candidate;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carriers as rankings see them. */
public final class PostgresCarriers implements Carriers {

    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final Duration RECORD = Duration.ofDays(90);

    @Override
    public Mono<List<Candidate>> all(Transaction tx, String tripId, Instant now) {
        return candidates(tx, tripId, now, null).collectList();
    }

    @Override
    public Mono<Optional<Candidate>> one(Transaction tx, String tripId, String carrierId, Instant now) {
        return candidates(tx, tripId, now, carrierId).next().map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    @Override
    public Mono<Boolean> lock(Transaction tx, String carrierId, boolean wait) {
        return tx.first(wait ? CarrierSql.LOCK : CarrierSql.TRY_LOCK, row -> Rows.text(row, "id"), carrierId)
                .hasElement();
    }

    @Override
    public Mono<Optional<String>> busyWith(Transaction tx, String carrierId) {
        return tx.first(CarrierSql.BUSY_WITH, row -> Rows.text(row, "number"), carrierId)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static Flux<Candidate> candidates(Transaction tx, String tripId, Instant now, @Nullable String carrierId) {
        Instant today = now.atZone(MINSK).truncatedTo(ChronoUnit.DAYS).toInstant();
        return tx.all(CarrierSql.CANDIDATES, PostgresCarriers::candidate, tripId, now.minus(RECORD), today, carrierId);
    }

    private static Candidate candidate(Readable row) {
        return new Candidate(
                Rows.text(row, "id"),
                Rows.flag(row, "is_active"),
                Rows.flag(row, "deactivated"),
                Availability.valueOf(Rows.text(row, "availability")),
                Rows.optionalTime(row, "last_contact_at"),
                Rows.point(row, "lat", "lng"),
                Rows.optionalText(row, "home_warehouse"),
                new Candidate.Vehicle(
                        Rows.text(row, "vehicle_type"),
                        Rows.number(row, "payload_g"),
                        Rows.number(row, "volume_cm3"),
                        Rows.integer(row, "slots")),
                Set.copyOf(Rows.texts(row, "skills")),
                Rows.optionalTime(row, "shift_ends_by"),
                Rows.number(row, "driven_s"),
                Rows.integer(row, "active"),
                Rows.integer(row, "max_parallel_trips"),
                Rows.integer(row, "today"),
                new Candidate.TrackRecord(
                        Rows.integer(row, "answered"),
                        Rows.integer(row, "accepted"),
                        Rows.integer(row, "driven"),
                        Rows.integer(row, "on_time")),
                Rows.optionalTime(row, "refused_at"));
    }
}
