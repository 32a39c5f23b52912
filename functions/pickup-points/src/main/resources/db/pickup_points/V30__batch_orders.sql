-- The orders of a closed batch. Their announcements come from another context and may be later than the batch itself: until all
-- have come, nobody can say what of the batch is missing.
alter table pickup_points.batch add column orders uuid[];
