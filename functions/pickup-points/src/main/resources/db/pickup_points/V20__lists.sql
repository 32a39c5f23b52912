-- Lists are read along an index, a page at a time, however many rows they have.

-- What takes room at a point, the nearest deadline first: overdue parcels, the end-of-day list. ACCEPTED alone is implied by it.
drop index pickup_points.parcel_at_point;
create index parcel_at_point on pickup_points.parcel (pvz_id, storage_until, id)
    where state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT');

-- A client's parcels at one point (workers) beside those in the whole network (parcel_of_client, staff).
create index parcel_of_client_here on pickup_points.parcel (client_id, pvz_id, created_at desc, id desc)
    where client_id is not null;

-- A client's parcels that wait now: few of many.
create index parcel_of_client_waiting on pickup_points.parcel (client_id, created_at desc, id desc)
    where client_id is not null and state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT');

-- A code tells a point; the unique constraint has an index already.
drop index pickup_points.point_code;
create index point_of_hub on pickup_points.point (hub_id) where hub_id is not null;
