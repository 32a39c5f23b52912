-- What pick-up points said of parcels: missing_at with the batch that lacked it; parcel 0 stands for the whole order. A parcel may be
-- found or lost before the news that it is missing comes here.
create table batching.receipts (
    order_id uuid not null,
    parcel_no integer not null check (parcel_no >= 0),
    batch_id uuid,
    missing_at timestamptz,
    found_at timestamptz,
    lost_at timestamptz,
    primary key (order_id, parcel_no)
);

create index receipts_of_batch on batching.receipts (batch_id) where batch_id is not null;
