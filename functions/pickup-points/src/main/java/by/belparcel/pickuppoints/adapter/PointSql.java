package by.belparcel.pickuppoints.adapter;

/** Statements of the points. */
final class PointSql {

    private static final String COLUMNS = """
            select p.id::text as id, p.code, p.version, p.name, p.address, p.region, p.lat, p.lng, p.status, p.suspended_until,
                   p.suspend_reason, p.hours::text as hours, p.contacts::text as contacts, p.services, p.capacity_parcels,
                   p.max_parcel_g, p.is_hub, p.hub_id::text as hub_id, p.stock
            """;

    static final String FIND = COLUMNS + "from pickup_points.point p where p.id = $1::uuid";

    static final String LOCK = FIND + " for update";

    static final String INSERT = """
            insert into pickup_points.point (
                id, code, version, name, address, region, lat, lng, status, hours, contacts, services, capacity_parcels,
                max_parcel_g, is_hub, hub_id, updated_at)
            values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, 'OPEN', $9::jsonb, $10::jsonb, $11, $12, $13, $14, $15::uuid, $16)
            on conflict (code) do nothing
            """;

    static final String SAVE = """
            update pickup_points.point
            set version = $2, name = $3, address = $4, hours = $5::jsonb, contacts = $6::jsonb, services = $7,
                capacity_parcels = $8, max_parcel_g = $9, is_hub = $10, hub_id = $11::uuid, status = $12,
                suspended_until = $13::timestamptz, suspend_reason = $14::text, updated_at = $15
            where id = $1::uuid
            """;

    static final String HUB = """
            select is_hub and status <> 'CLOSED' as is_hub from pickup_points.point where id = $1::uuid for share
            """;

    static final String HUB_USE = """
            select (select count(*) from pickup_points.point where hub_id = $1::uuid and status <> 'CLOSED')
                 + (select count(*) from pickup_points.batch
                    where pvz_id = $1::uuid and to_hub and state in ('ANNOUNCED', 'ON_ITS_WAY')) as uses
            """;

    /** The network has some hundred points: a list is sorted, a search looks at all. */
    static final String LIST = COLUMNS + """
            , t.total
            from (select count(*) as total from pickup_points.point
                  where ($2::text is null or status = $2::text)
                    and ($1::text is null or lower(code || ' ' || name || ' ' || address) like $1::text escape '!')) as t
            left join lateral (
                select * from pickup_points.point
                where ($2::text is null or status = $2::text)
                  and ($1::text is null or lower(code || ' ' || name || ' ' || address) like $1::text escape '!')
                order by code offset $3 limit $4) as p on true
            order by p.code
            """;

    static final String STOCKS = """
            select id::text as id, stock from pickup_points.point where id = any ($1::text[]::uuid[])
            """;

    private PointSql() {}
}
