package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.application.following.PointBook;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Points as the reference data knows them, in PostgreSQL; one statement. */
public final class PostgresPointBook implements PointBook {

    private static final String ADOPT = """
            with news as (
                select s ->> 'code' as code,
                       coalesce(s ->> 'name', s ->> 'name_ru', s ->> 'code') as name,
                       coalesce(s ->> 'address', s ->> 'address_ru', s ->> 'code') as address,
                       coalesce(s ->> 'region', split_part(s ->> 'code', '-', 1)) as region,
                       (s ->> 'lat')::double precision as lat, (s ->> 'lng')::double precision as lng,
                       s ->> 'status' as status,
                       (select array_agg(service) from jsonb_array_elements_text(coalesce(s -> 'services', '[]')) as service)
                           as services,
                       least(5000, greatest(10, (s ->> 'capacity_parcels')::integer)) as capacity_parcels,
                       (s ->> 'max_parcel_g')::integer as max_parcel_g,
                       (s ->> 'is_hub')::boolean as is_hub, (s ->> 'hub_id')::uuid as hub_id
                from (select $3::jsonb as s) as state),
            known as (
                select p.*, p.reference_version + 1 <> $2 or cardinality($4::text[]) = 0 as whole
                from pickup_points.point p where p.id = $1::uuid for update),
            merged as (
                select case when whole or 'code' = any ($4) then n.code else k.code end as code,
                       case when n.name <> n.code and (whole or $4 && '{name,name_ru}') then n.name else k.name end as name,
                       case when n.address <> n.code and (whole or $4 && '{address,address_ru}')
                            then n.address else k.address end as address,
                       case when whole or 'lat' = any ($4) then n.lat else k.lat end as lat,
                       case when whole or 'lng' = any ($4) then n.lng else k.lng end as lng,
                       case when whole or 'status' = any ($4) then n.status else k.status end as status,
                       case when whole or 'services' = any ($4) then coalesce(n.services, k.services) else k.services end
                           as services,
                       case when whole or 'capacity_parcels' = any ($4)
                            then coalesce(n.capacity_parcels, k.capacity_parcels) else k.capacity_parcels end
                           as capacity_parcels,
                       case when whole or 'max_parcel_g' = any ($4)
                            then coalesce(n.max_parcel_g, k.max_parcel_g) else k.max_parcel_g end as max_parcel_g,
                       case when whole or 'is_hub' = any ($4) then n.is_hub else k.is_hub end as is_hub,
                       case when whole or 'hub_id' = any ($4) then n.hub_id else k.hub_id end as hub_id
                from known k cross join news n),
            updated as (
                update pickup_points.point p
                set code = m.code, name = m.name, address = m.address, lat = m.lat, lng = m.lng, status = m.status,
                    services = m.services, capacity_parcels = m.capacity_parcels, max_parcel_g = m.max_parcel_g,
                    is_hub = m.is_hub, hub_id = m.hub_id, reference_version = $2, updated_at = $5,
                    suspended_until = case when m.status = 'SUSPENDED' then p.suspended_until end,
                    suspend_reason = case when m.status = 'SUSPENDED' then p.suspend_reason end,
                    version = p.version + case
                        when (p.code, p.name, p.address, p.lat, p.lng, p.status, p.services, p.capacity_parcels,
                              p.max_parcel_g, p.is_hub, p.hub_id)
                             is distinct from
                             (m.code, m.name, m.address, m.lat, m.lng, m.status, m.services, m.capacity_parcels,
                              m.max_parcel_g, m.is_hub, m.hub_id)
                        then 1 else 0 end
                from merged m
                where p.id = $1::uuid and p.reference_version < $2
                returning p.id),
            added as (
                insert into pickup_points.point (
                    id, code, version, name, address, region, lat, lng, status, services, capacity_parcels, max_parcel_g,
                    is_hub, hub_id, reference_version, updated_at)
                select $1::uuid, code, 1, name, address, region, lat, lng, status, coalesce(services, '{issue,return}'),
                       coalesce(capacity_parcels, 300), coalesce(max_parcel_g, 30000), is_hub, hub_id, $2, $5
                from news
                where not exists (select from known)
                on conflict (id) do nothing
                returning id)
            select exists (select from updated) or exists (select from added) as newer
            """;

    @Override
    public Mono<Boolean> adopt(Transaction tx, PlatformEvent.ReferenceUpdated event, Instant now) {
        return tx.first(
                ADOPT,
                row -> ParcelRows.flag(row, "newer"),
                event.id(),
                event.version(),
                Json.mapper().writeValueAsString(event.state()),
                event.changed().toArray(String[]::new),
                now);
    }
}
