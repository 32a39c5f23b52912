-- What the pick-up point said last of each parcel: [{no, state, version, cause, batch_id}]. In the row of the order, so that the lock
-- on it reads the newest word, and the state that follows is written with it. completed_at: the client may no longer return.
alter table orders.orders add column at_pvz jsonb, add column completed_at timestamptz;

alter table orders.history drop constraint history_kind_check;
alter table orders.history
    add constraint history_kind_check check (kind in ('STATE', 'RECIPIENT', 'COMPLETED', 'DAMAGED'));
