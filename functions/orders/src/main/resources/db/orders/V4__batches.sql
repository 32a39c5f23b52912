-- Projection of the batch events: which order is or was in which batch, and how far it went with it.
create table orders.batch_orders (
    batch_id uuid not null,
    order_id uuid not null references orders.orders (id),
    membership text not null check (membership in ('IN', 'PICKED_UP', 'LEFT_BEHIND', 'AT_HUB', 'OUT')),
    at timestamptz not null,
    primary key (batch_id, order_id)
) with (fillfactor = 80);

create index batch_orders_waiting on orders.batch_orders (order_id) where membership in ('IN', 'LEFT_BEHIND');

-- The last hub the order came to; absent while it has only left a warehouse.
alter table orders.orders add column hub_id uuid;
