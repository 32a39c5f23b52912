-- The number by which people name an order at the counter; it comes with order.batched.
alter table pickup_tickets.orders add column number text;
create unique index orders_number on pickup_tickets.orders (number) where number is not null;

-- What this context knows of the parcels of an order. rank orders facts of one parcel: its version, then the weight of the fact.
create table pickup_tickets.parcels (
    order_id      uuid   not null,
    parcel_no     int    not null check (parcel_no > 0),
    parcels_total int,
    pvz_id        text,
    state         text   not null check (state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'ISSUED', 'RETURNED')),
    storage_until timestamptz,
    rank          bigint not null,
    primary key (order_id, parcel_no)
) with (fillfactor = 80);

-- Wrong codes and searches by code of one terminal, the recent ones only. The row is also the lock on which its calls queue.
create table pickup_tickets.terminals (
    terminal text primary key,
    wrong    timestamptz[] not null default '{}',
    searches timestamptz[] not null default '{}'
) with (fillfactor = 50);

-- How a pick-up point is called, for whoever stands at another one.
create table pickup_tickets.points (
    id       text   primary key,
    name     text   not null,
    sequence bigint not null
);

create index tickets_locked on pickup_tickets.tickets (pvz_id, locked_until) where state = 'LOCKED';
