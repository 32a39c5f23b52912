-- Parcels that did not come with their batch; parcel 0 stands for the whole order. A parcel that was found or given up is not missing
-- any more, whenever its loss is told.
create table alerts.missing_parcels (
    order_id text not null,
    parcel_no integer not null,
    missing boolean not null default false,
    settled boolean not null default false,
    primary key (order_id, parcel_no)
);

-- Pick-up points that are nearly full, from the last measurement on.
create table alerts.points (
    pvz_id text primary key,
    used integer not null,
    capacity integer not null,
    measured_at timestamptz not null
) with (fillfactor = 80);
