package by.belparcel.trips.adapter.assigning;

/** Statements on {@code trips.assignment}. */
final class AssignmentSql {

    /** Continue with a condition. */
    static final String COLUMNS = """
            select id::text as id, trip_id::text as trip_id, attempt, carrier_id::text as carrier_id, state, trigger,
                   from_carrier_id::text as from_carrier_id, reason, operator_id, offered_at, confirm_by, confirmed_at,
                   ended_at, end_reason, place_lat, place_lng
            from trips.assignment
            """;

    static final String OPEN = COLUMNS
            + "where trip_id = $1::uuid and state in ('OFFERED', 'CONFIRMED', 'HANDOVER') order by state = 'HANDOVER'";

    static final String OF_TRIP = COLUMNS + "where trip_id = $1::uuid order by attempt";

    static final String FIND = COLUMNS + "where id = $1::uuid";

    static final String INSERT = """
            insert into trips.assignment (
                id, trip_id, attempt, carrier_id, state, trigger, from_carrier_id, reason, operator_id, offered_at,
                confirm_by, confirmed_at, ended_at, end_reason, place_lat, place_lng, decision)
            values ($1::uuid, $2::uuid, $3, $4::uuid, $5, $6, $7::uuid, $8, $9::text, $10, $11,
                $12::timestamptz, $13::timestamptz, $14::text, $15::double precision, $16::double precision, $17::jsonb)
            """;

    static final String SAVE = """
            update trips.assignment
            set state = $2, confirmed_at = $3::timestamptz, ended_at = $4::timestamptz, end_reason = $5::text
            where id = $1::uuid
            """;

    /** Seconds that the present driver of trip $1 has driven until $2: since it left at $3, or since the last full handover. */
    private static final String DRIVEN = """
            greatest(0, extract(epoch from $2::timestamptz - greatest($3::timestamptz, (
                select max(h.completed_at) from trips.handover h where h.trip_id = $1::uuid and h.full_handover))))::bigint
            """;

    static final String RELIEVE = "update trips.carrier set driven_s = driven_s + " + DRIVEN + " where id = $4::uuid";

    static final String COMPLETE = """
            with done as (
                update trips.assignment
                set state = 'COMPLETED', ended_at = $2, end_reason = 'COMPLETED', on_time = $4,
                    confirmed_at = coalesce(confirmed_at, $2)
                where trip_id = $1::uuid and state in ('CONFIRMED', 'OFFERED')
                returning carrier_id)
            update trips.carrier c
            set lat = $5, lng = $6, position_at = $2, last_contact_at = $2, driven_s = driven_s +
            """ + DRIVEN + "from done where c.id = done.carrier_id";

    static final String TRIPS_OF = """
            select distinct trip_id::text as trip_id
            from trips.assignment
            where carrier_id = $1::uuid and state in ('OFFERED', 'CONFIRMED', 'HANDOVER')
            order by 1
            """;

    static final String TALLY = """
            select coalesce(max(attempt), 0) as attempts,
                   count(*) filter (where trigger not in ('INITIAL', 'MANUAL') and offered_at > $2)::integer as automatic
            from trips.assignment
            where trip_id = $1::uuid
            """;

    private AssignmentSql() {}
}
