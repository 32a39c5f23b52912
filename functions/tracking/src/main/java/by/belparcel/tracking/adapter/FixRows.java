package by.belparcel.tracking.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.application.FixStore;
import by.belparcel.tracking.application.Opened;
import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.Memory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Two statements for a fix: one that reads and locks, one that writes. */
public final class FixRows implements FixStore {

    private static final String OPEN = "select * from tracking.fix_open($1, $2, $3, $4, $5, $6)";

    /** The last position never goes back, whoever comes late; only what moved it is told to live clients. */
    private static final String ACCEPT = """
            with track as (
                insert into tracking.position (trip_id, carrier_id, device_time, received_time, fix_seq, lat, lng, accuracy_m,
                                               speed_mps, heading, battery, quality, mock, re_anchored)
                select $1, $2, p.device_time, p.received_time, p.seq, p.lat, p.lng, p.accuracy_m,
                       p.speed_mps, p.heading, p.battery, p.quality, p.mock, p.re_anchored
                from jsonb_to_recordset($3::jsonb) as p (
                    device_time timestamptz, received_time timestamptz, seq bigint, lat double precision,
                    lng double precision, accuracy_m double precision, speed_mps double precision, heading integer,
                    battery integer, quality text, mock boolean, re_anchored boolean)
                on conflict do nothing),
            latest as (
                insert into tracking.carrier_locations as l (trip_id, carrier_id, lat, lng, accuracy_m, heading, speed_mps, battery,
                    device_time, stored_time, fix_seq, quality, mock, mocks, updated_at, told_at, seq, watch)
                select $1, $2, n.lat, n.lng, n.accuracy_m, n.heading, n.speed_mps, n.battery,
                       n.device_time, n.stored_time, n.fix_seq, n.quality, n.mock, n.mocks, now(), n.told_at, 1, n.watch
                from jsonb_to_record($4::jsonb) as n (
                    lat double precision, lng double precision, accuracy_m double precision, heading integer,
                    speed_mps double precision, battery integer, device_time timestamptz, stored_time timestamptz,
                    fix_seq bigint, quality text, mock boolean, mocks integer, told_at timestamptz, watch jsonb)
                where n.device_time is not null
                on conflict (trip_id) do update set
                    carrier_id = excluded.carrier_id, lat = excluded.lat, lng = excluded.lng,
                    accuracy_m = excluded.accuracy_m, heading = excluded.heading, speed_mps = excluded.speed_mps,
                    battery = excluded.battery, device_time = excluded.device_time, stored_time = excluded.stored_time,
                    fix_seq = excluded.fix_seq, quality = excluded.quality, mock = excluded.mock, mocks = excluded.mocks,
                    updated_at = excluded.updated_at, told_at = excluded.told_at, watch = excluded.watch, seq = l.seq + 1
                where l.device_time < excluded.device_time
                returning l.seq),
            live as (
                insert into tracking.feed (kind, trip_id, payload)
                select 'position', $1, $5::jsonb || jsonb_build_object('seq', latest.seq) from latest),
            memory as (
                update tracking.carrier set skew = $6::text::bigint[], candidates = $7::jsonb
                where carrier_id = $2 and $6::text is not null)
            select seq from latest
            """;

    private static final String REFUSE = """
            with kept as (
                insert into tracking.rejected_fix (carrier_id, trip_id, fix_seq, device_time, received_time, rule, fix, measured)
                select $1, $2::text, $3, $4, $5, $6, $7::jsonb, $8::jsonb where $9),
            memory as (
                update tracking.carrier
                set skew = coalesce($10::text::bigint[], skew), candidates = coalesce($11::jsonb, candidates),
                    told = coalesce($12::jsonb, told)
                where carrier_id = $1 and ($10::text is not null or $12::text is not null))
            select 1
            """;

    @Override
    public Mono<Opened> open(Transaction tx, Fix fix) {
        return tx.first(
                OPEN,
                row -> OpenedRow.read(row, fix),
                fix.carrierId(),
                fix.seq(),
                fix.deviceTime(),
                fix.lat(),
                fix.lng(),
                fix.receivedTime());
    }

    @Override
    public Mono<Long> accept(Transaction tx, Taken taken) {
        return tx.first(
                ACCEPT,
                row -> Rows.number(row, "seq"),
                taken.tripId(),
                taken.carrierId(),
                Rows.json(taken.points().stream().map(FixRows::point).toList()),
                taken.latest() == null ? "{}" : Rows.json(taken.latest()),
                Rows.json(taken.frame()),
                skew(taken.memory()),
                candidates(taken.memory()));
    }

    @Override
    public Mono<Void> refuse(Transaction tx, Refusal refusal) {
        Fix fix = refusal.fix();
        return tx.update(
                        REFUSE,
                        fix.carrierId(),
                        refusal.tripId(),
                        fix.seq(),
                        fix.deviceTime(),
                        fix.receivedTime(),
                        refusal.rule().name(),
                        Rows.json(fix),
                        Rows.json(refusal.values()),
                        refusal.rule().isKept(),
                        skew(refusal.memory()),
                        candidates(refusal.memory()),
                        refusal.told() == null ? null : Rows.json(refusal.told()))
                .then();
    }

    private static ObjectNode point(Point point) {
        ObjectNode node = Json.mapper().valueToTree(point.fix());
        return node.put("quality", point.quality().name()).put("re_anchored", point.reAnchored());
    }

    private static @Nullable String skew(@Nullable Memory memory) {
        List<Long> skew = memory == null ? null : memory.skew();
        return skew == null
                ? null
                : "{" + String.join(",", skew.stream().map(Object::toString).toList()) + "}";
    }

    private static @Nullable String candidates(@Nullable Memory memory) {
        return memory == null ? null : Rows.json(memory.candidates());
    }
}
