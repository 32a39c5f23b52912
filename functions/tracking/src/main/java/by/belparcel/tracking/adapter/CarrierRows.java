package by.belparcel.tracking.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Availability;
import by.belparcel.tracking.application.CarrierStore;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The projection of carriers. Whether one is active is what was said last, by whichever event. */
public final class CarrierRows implements CarrierStore {

    private static final String ADOPT = """
            insert into tracking.carrier as c (carrier_id, kind, active, active_at, time_scale, state_version)
            values ($1, $2::text, $3, $4, $5, $6)
            on conflict (carrier_id) do update set
                kind = excluded.kind, time_scale = excluded.time_scale, state_version = excluded.state_version,
                active = case when c.active_at is null or c.active_at <= excluded.active_at
                              then excluded.active else c.active end,
                active_at = greatest(c.active_at, excluded.active_at)
            where c.state_version < excluded.state_version
            """;

    private static final String ACTIVATE = """
            insert into tracking.carrier as c (carrier_id, active, active_at) values ($1, $2, $3)
            on conflict (carrier_id) do update set active = excluded.active, active_at = excluded.active_at
            where c.active_at is null or c.active_at <= excluded.active_at
            """;

    private static final String AVAILABLE = """
            insert into tracking.carrier (carrier_id, active, availability) values ($1, false, $2)
            on conflict (carrier_id) do update set availability = excluded.availability
            """;

    @Override
    public Mono<Boolean> adopt(Transaction tx, CarrierState state) {
        return tx.update(
                        ADOPT,
                        state.carrierId(),
                        state.kind(),
                        state.active(),
                        state.at(),
                        state.timeScale(),
                        state.version())
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> activate(Transaction tx, String carrierId, boolean active, Instant at) {
        return tx.update(ACTIVATE, carrierId, active, at).map(rows -> rows > 0);
    }

    /** A carrier that is heard of first by this is not active: readiness admits nobody. */
    @Override
    public Mono<Boolean> available(Transaction tx, String carrierId, Availability availability) {
        return tx.update(AVAILABLE, carrierId, availability.name()).map(rows -> rows > 0);
    }
}
