package by.belparcel.trips.adapter.assigning;

/** Statements on {@code trips.carrier}. */
final class CarrierSql {

    /** $1 trip, $2 start of the record, $3 start of the day, $4 the only carrier or null. */
    static final String CANDIDATES = """
            select c.id::text as id, c.is_active, c.deactivated, c.availability, c.last_contact_at,
                   coalesce(c.lat, p.lat) as lat, coalesce(c.lng, p.lng) as lng, c.home_warehouse::text as home_warehouse,
                   c.vehicle_type, c.payload_g, c.volume_cm3, c.slots, c.skills, c.shift_ends_by, c.driven_s,
                   c.max_parallel_trips, a.active, a.today, a.answered, a.accepted, a.driven, a.on_time, a.refused_at
            from trips.carrier c
            left join trips.place p on p.id = c.home_warehouse
            cross join lateral (
                select count(*) filter (where x.state in ('OFFERED', 'CONFIRMED', 'HANDOVER'))::integer as active,
                       count(*) filter (where x.confirmed_at >= $3 and x.state in ('CONFIRMED', 'COMPLETED'))::integer
                           as today,
                       count(*) filter (where x.confirmed_at is not null or x.state in ('REJECTED', 'EXPIRED'))::integer
                           as answered,
                       count(*) filter (where x.confirmed_at is not null)::integer as accepted,
                       count(*) filter (where x.state = 'COMPLETED')::integer as driven,
                       count(*) filter (where x.state = 'COMPLETED' and x.on_time)::integer as on_time,
                       max(x.ended_at) filter (where x.trip_id = $1::uuid and x.state in ('REJECTED', 'EXPIRED'))
                           as refused_at
                from trips.assignment x
                where x.carrier_id = c.id
                  and (x.offered_at >= $2 or x.state in ('OFFERED', 'CONFIRMED', 'HANDOVER'))) a
            where $4::uuid is null or c.id = $4::uuid
            """;

    static final String LOCK = "select id::text as id from trips.carrier where id = $1::uuid for update";

    static final String TRY_LOCK = LOCK + " skip locked";

    static final String BUSY_WITH = """
            select t.number
            from trips.assignment a join trips.trip t on t.id = a.trip_id
            where a.carrier_id = $1::uuid and a.state in ('OFFERED', 'CONFIRMED', 'HANDOVER')
            order by a.offered_at
            limit 1
            """;

    /** What an administrator says. An older version or an older moment never replaces a newer one. */
    static final String ADOPT = """
            insert into trips.carrier (
                id, version, is_active, active_at, home_warehouse, vehicle_type, payload_g, volume_cm3, slots, skills,
                max_parallel_trips)
            values ($1::uuid, $2, $3, $4, $5::uuid, $6, $7, $8, $9, $10::text[], $11)
            on conflict (id) do update
            set version = excluded.version, home_warehouse = excluded.home_warehouse,
                vehicle_type = excluded.vehicle_type, payload_g = excluded.payload_g, volume_cm3 = excluded.volume_cm3,
                slots = excluded.slots, skills = excluded.skills, max_parallel_trips = excluded.max_parallel_trips,
                is_active = case when carrier.active_at < $4 then excluded.is_active else carrier.is_active end,
                deactivated = case
                    when carrier.active_at < $4 then not excluded.is_active and (carrier.is_active or carrier.deactivated)
                    else carrier.deactivated end,
                active_at = greatest(carrier.active_at, $4)
            where carrier.version < excluded.version
            """;

    static final String ACTIVE = """
            update trips.carrier set is_active = $2, deactivated = not $2, active_at = $3
            where id = $1::uuid and active_at <= $3
            """;

    static final String AVAILABILITY = """
            update trips.carrier
            set availability = $2, availability_at = $3, last_contact_at = greatest(last_contact_at, $3),
                lat = coalesce($4::double precision, lat), lng = coalesce($5::double precision, lng),
                position_at = case when $4::double precision is null then position_at else $3 end
            where id = $1::uuid and availability_at <= $3
            """;

    static final String SHIFT_STARTED = """
            update trips.carrier
            set shift_ends_by = $2, shift_at = $3, driven_s = 0, last_contact_at = greatest(last_contact_at, $3),
                vehicle_type = $4, payload_g = $5, volume_cm3 = $6, slots = $7
            where id = $1::uuid and shift_at < $3
            """;

    static final String SHIFT_ENDED = """
            update trips.carrier
            set shift_ends_by = null, shift_at = $2, driven_s = 0, last_contact_at = greatest(last_contact_at, $2)
            where id = $1::uuid and shift_at < $2
            """;

    static final String CONTACT = """
            update trips.carrier set last_contact_at = greatest(last_contact_at, $2) where id = $1::uuid
            """;

    static final String POSITION = """
            select coalesce(c.lat, p.lat) as lat, coalesce(c.lng, p.lng) as lng
            from trips.carrier c left join trips.place p on p.id = c.home_warehouse
            where c.id = $1::uuid
            """;

    private CarrierSql() {}
}
