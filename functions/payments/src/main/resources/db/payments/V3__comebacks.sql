-- Parcels that the client does not keep: [{parcel_no, parcels, reason}]. Their part of the goods goes back once the money was taken;
-- when all came back unissued, it never is. Only of payments on pick-up: other methods take the delivery alone.
alter table payments.payments add column comebacks jsonb not null default '[]';

-- The fee of a longer storage, paid at the counter: no part of the order's payment, so it is neither captured nor refunded with it.
alter table payments.ledger drop constraint ledger_kind_check;
alter table payments.ledger add constraint ledger_kind_check check (kind in ('CAPTURE', 'REFUND', 'STORAGE_FEE'));
