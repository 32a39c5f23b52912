package by.belparcel.tracking.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.application.Devices;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Carriers and the times in which they drove. */
public final class DeviceRows implements Devices {

    private static final TypeReference<List<Drive>> DRIVES = new TypeReference<>() {};

    private static final String TAKE = """
            with taken as (
                update tracking.carrier set upload_at = now()
                where carrier_id = $1 and active
                  and (upload_at is null or upload_at <= now() - $2 * interval '1 millisecond' / time_scale)
                returning carrier_id)
            select c.active, exists (select from taken) as taken,
                   coalesce((extract(epoch from c.upload_at - now()) * 1000)::bigint + $2 / c.time_scale, 0) as wait_ms,
                   (select coalesce(jsonb_agg(jsonb_build_object('from', d.from_at, 'to', d.to_at)), '[]')::text
                    from tracking.trip_carrier d
                    where d.carrier_id = $1 and (d.to_at is null or d.to_at > now() - interval '25 hours')) as drives
            from tracking.carrier c where c.carrier_id = $1
            """;

    @Override
    public Mono<Turn> take(Transaction tx, String carrierId, Duration interval) {
        return tx.first(TAKE, DeviceRows::turn, carrierId, interval.toMillis());
    }

    private static Turn turn(Readable row) {
        return new Turn(
                Rows.flag(row, "active"),
                Rows.flag(row, "taken"),
                Duration.ofMillis(Objects.requireNonNull(row.get("wait_ms", Long.class))),
                Json.mapper().readValue(Rows.text(row, "drives"), DRIVES));
    }
}
