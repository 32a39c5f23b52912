package by.belparcel.trips.adapter;

/** Statements of the aggregate. */
final class TripSql {

    /** Continue with a condition. */
    static final String COLUMNS = """
            select t.id::text as id, t.number, t.state, t.version, t.origin_id::text as origin_id, t.origin_lat, t.origin_lng,
                   t.stops::text as stops, t.batches::text as batches, t.plan_version, t.distance_m, t.duration_s, t.provider,
                   t.quality, t.planned_departure, t.departed_at, t.completed_at, t.carrier_id::text as carrier_id,
                   t.assignment_id::text as assignment_id, t.needs_manual, t.needs_manual_reason, t.handover_required,
                   t.breakdown_lat, t.breakdown_lng, t.eta_at, t.eta_quality, t.late_s,
                   t.parent_trip_id::text as parent_trip_id, t.end_reason, t.created_at, t.updated_at
            from trips.trip t
            """;

    static final String BY_ID = COLUMNS + "where t.id = $1::uuid";

    static final String LOCK = COLUMNS + "where t.id = $1::uuid for update of t";

    static final String PLANNABLE = COLUMNS + """
            where t.origin_id = $1::uuid and t.state = 'PLANNED' and t.planned_departure between $2 and $3
            order by t.planned_departure, t.id
            """;

    static final String CALLING_AT = """
            select id::text as id
            from trips.trip
            where place_ids @> array[$1::uuid] and state in ('PLANNED', 'ASSIGNED', 'IN_TRANSIT')
            order by id
            """;

    /** What both statements do with the batches of the trip; {@code $33..$35} and the CTE {@code written}. */
    private static final String FOLLOW = """
            , followed as (
                insert into trips.batch as b (id, state, trip_id, origin_id, content, since)
                select new.id::uuid, new.state, written.id, new.origin_id::uuid, new.content::jsonb, written.updated_at
                from written, unnest($33::text[], $34::text[], $35::text[], $36::text[]) as new (id, state, content, origin_id)
                on conflict (id) do update
                set state = excluded.state, trip_id = excluded.trip_id, content = excluded.content, reason = null,
                    since = excluded.since)
            insert into trips.history (trip_id, version, at, kind, detail, state, actor, cause)
            select id, version, updated_at, $37, $38::text, state, $39, $40 from written
            """;

    static final String INSERT = """
            with written as (
                insert into trips.trip (
                    id, number, state, version, origin_id, origin_lat, origin_lng, stops, batches, place_ids, plan_version,
                    distance_m, duration_s, provider, quality, planned_departure, departed_at, completed_at, carrier_id,
                    assignment_id, needs_manual, needs_manual_reason, handover_required, breakdown_lat, breakdown_lng, eta_at,
                    eta_quality, late_s, parent_trip_id, end_reason, created_at, updated_at)
                values (
                    $1::uuid, $2, $3, $4, $5::uuid, $6, $7, $8::jsonb, $9::jsonb, $10::text[]::uuid[], $11, $12, $13, $14, $15,
                    $16, $17::timestamptz, $18::timestamptz, $19::uuid, $20::uuid, $21, $22::text, $23, $24::float8, $25::float8,
                    $26::timestamptz, $27, $28, $29::uuid, $30::text, $31, $32)
                returning id, version, state, updated_at)
            """ + FOLLOW;

    static final String SAVE = """
            with written as (
                update trips.trip
                set number = $2, state = $3, version = $4, origin_id = $5::uuid, origin_lat = $6, origin_lng = $7,
                    stops = $8::jsonb, batches = $9::jsonb, place_ids = $10::text[]::uuid[], plan_version = $11,
                    distance_m = $12, duration_s = $13, provider = $14, quality = $15, planned_departure = $16,
                    departed_at = $17::timestamptz, completed_at = $18::timestamptz, carrier_id = $19::uuid,
                    assignment_id = $20::uuid, needs_manual = $21, needs_manual_reason = $22::text, handover_required = $23,
                    breakdown_lat = $24::float8, breakdown_lng = $25::float8, eta_at = $26::timestamptz, eta_quality = $27,
                    late_s = $28, parent_trip_id = $29::uuid, end_reason = $30::text, created_at = $31, updated_at = $32
                where id = $1::uuid and version <= $4
                returning id, version, state, updated_at)
            """ + FOLLOW;

    static final String HISTORY = """
            select no, version, at, kind, detail, state, actor
            from trips.history
            where trip_id = $1::uuid
            order by no
            """;

    private TripSql() {}
}
