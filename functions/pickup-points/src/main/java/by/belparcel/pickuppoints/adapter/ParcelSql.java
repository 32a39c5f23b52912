package by.belparcel.pickuppoints.adapter;

/** Statements of the parcels. */
final class ParcelSql {

    /** {@code $1} aliases, {@code $2} ids of parcels or orders, {@code $3} numbers of orders; each part has its own index. */
    static final String NAMED = ParcelRows.COLUMNS + """
            from pickup_points.parcel p
            where p.id in (
                select id from pickup_points.parcel where external_ref = any ($1::text[]::bigint[])
                union select id from pickup_points.parcel where id = any ($2::text[]::uuid[])
                union select id from pickup_points.parcel where order_id = any ($2::text[]::uuid[])
                union select id from pickup_points.parcel where order_number = any ($3::text[]))
            order by p.id
            """;

    static final String LOCK = NAMED + "for update of p";

    /** {@code $1} the document, {@code $2}, {@code $3} who. */
    private static final String ROWS = """
            with new as (
                select * from jsonb_to_recordset($1::jsonb) as x (
                    id uuid, external_ref bigint, order_id uuid, order_number text, parcel_no integer, parcels_total integer,
                    client_id text, pvz_id uuid, state text, version bigint, packaging text, weight_g integer,
                    price_kopecks bigint, surcharge_kopecks bigint, payment_method text, age_check boolean, id_check boolean,
                    partial_issue boolean, cell text, source text, batch_id uuid, accepted_at timestamptz,
                    storage_until timestamptz, extensions integer, issued_at timestamptz, returned_at timestamptz,
                    return_reason text, eta_at timestamptz, created_at timestamptz, updated_at timestamptz,
                    kind text, detail text)),
            """;

    private static final String TOLD = """
            , told as (
                insert into pickup_points.history (
                    parcel_id, external_ref, pvz_id, version, at, state, kind, detail, actor_type, actor_id)
                select new.id, new.external_ref, new.pvz_id, new.version, new.updated_at, new.state, new.kind, new.detail, $2, $3
                from new join written on written.id = new.id
                order by new.id)
            select id::text as id from written
            """;

    static final String INSERT = ROWS + """
            written as (
                insert into pickup_points.parcel (
                    id, external_ref, order_id, order_number, parcel_no, parcels_total, client_id, pvz_id, state, version,
                    packaging, weight_g, price_kopecks, surcharge_kopecks, payment_method, age_check, id_check, partial_issue,
                    cell, source, batch_id, accepted_at, storage_until, extensions, issued_at, returned_at, return_reason,
                    eta_at, created_at, updated_at)
                select id, external_ref, order_id, order_number, parcel_no, parcels_total, client_id, pvz_id, state, version,
                       packaging, weight_g, price_kopecks, surcharge_kopecks, payment_method, age_check, id_check,
                       partial_issue, cell, source, batch_id, accepted_at, storage_until, extensions, issued_at, returned_at,
                       return_reason, eta_at, created_at, updated_at
                from new
                order by external_ref, order_id, parcel_no
                on conflict do nothing
                returning id)
            """ + TOLD;

    static final String SAVE = ROWS + """
            written as (
                update pickup_points.parcel p
                set external_ref = new.external_ref, order_id = new.order_id, order_number = new.order_number,
                    parcel_no = new.parcel_no, parcels_total = new.parcels_total, client_id = new.client_id,
                    pvz_id = new.pvz_id, state = new.state, version = new.version, packaging = new.packaging,
                    weight_g = new.weight_g, price_kopecks = new.price_kopecks, surcharge_kopecks = new.surcharge_kopecks,
                    payment_method = new.payment_method, age_check = new.age_check, id_check = new.id_check,
                    partial_issue = new.partial_issue, cell = new.cell, source = new.source, batch_id = new.batch_id,
                    accepted_at = new.accepted_at, storage_until = new.storage_until, extensions = new.extensions,
                    issued_at = new.issued_at, returned_at = new.returned_at, return_reason = new.return_reason,
                    eta_at = new.eta_at, updated_at = new.updated_at
                from new
                where p.id = new.id and p.version = new.version - 1
                returning p.id)
            """ + TOLD;

    private ParcelSql() {}
}
