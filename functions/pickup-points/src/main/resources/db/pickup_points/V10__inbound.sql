-- ANNOUNCED: the batch is being made up or waits for its carrier. SPLIT: its children carry on.
alter table pickup_points.batch drop constraint batch_state_check;
alter table pickup_points.batch add constraint batch_state_check
    check (state in ('ANNOUNCED', 'ON_ITS_WAY', 'DELIVERED', 'PARTIALLY_RECEIVED', 'RECEIVED', 'SPLIT'));
-- Its orders travel on from there, so no point expects them.
alter table pickup_points.batch add column to_hub boolean not null default false;

-- Orders that are not in the batch in which they were announced: a child of it has them, or nobody has (left behind).
create table pickup_points.batch_part (
    parent_id uuid not null,
    order_id uuid not null,
    child_id uuid,
    primary key (parent_id, order_id)
);

-- A cancelled order has a row even when nobody announced it yet: a late announcement does not bring it back.
alter table pickup_points.announced
    alter column number drop not null, alter column shop_id drop not null, alter column pvz_id drop not null;

-- How many reminders were sent of which deadline.
alter table pickup_points.parcel add column reminded_until timestamptz;
alter table pickup_points.parcel add column reminders integer not null default 0;

-- What the receipt of its batch said of a parcel that is still EXPECTED.
alter table pickup_points.parcel add column receipt text check (receipt in ('MISSING', 'DAMAGED'));
