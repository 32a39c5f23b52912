-- The last version of the point at the context pickup-points that was taken over; 0 = none yet.
alter table "references".pvz add column pvz_version bigint not null default 0;
