package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.following.Deadlines;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Deadlines of parcels in PostgreSQL; every method is one statement. */
public final class PostgresDeadlines implements Deadlines {

    private static final String PASSED = ParcelRows.COLUMNS + """
            from pickup_points.parcel p
            where p.pvz_id = $1::uuid and p.state = 'ACCEPTED' and p.storage_until < $2
            order by p.id
            limit $3
            for update
            """;

    /** How many reminders became due since the parcel came; those that were sent count only if of the present deadline. */
    private static final String TO_REMIND = """
            with due as (
                select p.id, reached.reminders
                from pickup_points.parcel p
                cross join lateral (
                    select count(*)::integer as reminders from unnest($3::bigint[]) as ms
                    where p.storage_until - ms * interval '1 millisecond' > p.accepted_at
                      and p.storage_until - ms * interval '1 millisecond' <= $2) reached
                where p.pvz_id = $1::uuid and p.state = 'ACCEPTED' and p.storage_until > $2
                  and p.storage_until <= $2 + $4 * interval '1 millisecond'
                  and reached.reminders
                      > case when p.reminded_until = p.storage_until then p.reminders else 0 end
                order by p.id
                limit $5
                for update of p),
            reminded as (
                update pickup_points.parcel p
                set reminded_until = p.storage_until, reminders = due.reminders
                from due
                where p.id = due.id)
            """ + ParcelRows.COLUMNS + """
            from pickup_points.parcel p join due on due.id = p.id
            order by p.id
            """;

    @Override
    public Mono<List<Parcel>> passed(Transaction tx, String pvzId, Instant now, int limit) {
        return tx.all(PASSED, ParcelRows::parcel, pvzId, now, limit).collectList();
    }

    @Override
    public Mono<List<Parcel>> toRemind(Transaction tx, String pvzId, Instant now, List<Duration> before, int limit) {
        Long[] distances = before.stream().map(Duration::toMillis).toArray(Long[]::new);
        long longest = before.stream().mapToLong(Duration::toMillis).max().orElse(0);
        return tx.all(TO_REMIND, ParcelRows::parcel, pvzId, now, distances, longest, limit)
                .collectList();
    }
}
