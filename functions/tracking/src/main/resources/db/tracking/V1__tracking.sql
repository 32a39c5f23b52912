-- What tracking knows of trips and carriers, the last position of each trip in transit, and where the vehicles have been.
create schema if not exists tracking;

-- Projection of trips. state_version, plan_version, eta_version: sequence of the newest event of that sort, so a late one changes nothing.
create table tracking.trip (
    trip_id       text        primary key,
    number        text,
    state         text        not null default 'PLANNED'
                  check (state in ('PLANNED', 'ASSIGNED', 'IN_TRANSIT', 'COMPLETED', 'CANCELLED')),
    carrier_id    text,
    handover_to   text,
    pvz_ids       text[]      not null default '{}',
    batch_ids     text[]      not null default '{}',
    stops         jsonb       not null default '[]',
    planned_line  jsonb       not null default '[]',
    next_stop     integer,
    eta_at        timestamptz,
    eta_quality   text,
    delay_min     integer,
    started_at    timestamptz,
    ended_at      timestamptz,
    state_version bigint      not null default 0,
    plan_version  bigint      not null default 0,
    eta_version   bigint      not null default 0,
    silence       smallint    not null default 0,
    silence_check bigint      not null default 0
) with (fillfactor = 80);
create index trip_batches on tracking.trip using gin (batch_ids);

-- Who drove which trip when: half-open, open at the end while it lasts. Late fixes find their trip here.
create table tracking.trip_carrier (
    carrier_id text        not null,
    trip_id    text        not null,
    from_at    timestamptz not null,
    to_at      timestamptz,
    primary key (carrier_id, trip_id, from_at)
);
create index trip_carrier_open on tracking.trip_carrier (trip_id) where to_at is null;

-- Projection of carriers and the memory of the filter about a device. active_at: time of the newest activation or deactivation.
create table tracking.carrier (
    carrier_id  text        primary key,
    kind        text,
    active      boolean     not null default true,
    active_at   timestamptz,
    time_scale  integer     not null default 1,
    availability text,
    state_version bigint    not null default 0,
    skew        bigint[]    not null default '{}',
    candidates  jsonb       not null default '[]',
    told        jsonb       not null default '{}',
    upload_at   timestamptz
) with (fillfactor = 70);

-- The last position of every trip in transit; the row goes when the trip leaves that state. seq counts the changes of a trip and
-- goes on over a change of the carrier. watch: memory of geofence, deviation and stoppage.
create table tracking.carrier_locations (
    trip_id     text             primary key,
    carrier_id  text             not null,
    lat         double precision not null,
    lng         double precision not null,
    accuracy_m  double precision not null,
    heading     integer,
    speed_mps   double precision,
    battery     integer,
    device_time timestamptz      not null,
    stored_time timestamptz      not null,
    fix_seq     bigint           not null,
    quality     text             not null default 'HIGH' check (quality in ('HIGH', 'LOW')),
    mock        boolean          not null default false,
    mocks       integer          not null default 0,
    updated_at  timestamptz      not null,
    told_at     timestamptz,
    seq         bigint           not null,
    watch       jsonb            not null
) with (fillfactor = 50);

-- The track: what the filter accepted, ordered by device_time. One partition per UTC day of device_time.
create table tracking.position (
    trip_id       text             not null,
    carrier_id    text             not null,
    device_time   timestamptz      not null,
    received_time timestamptz      not null,
    fix_seq       bigint           not null,
    lat           double precision not null,
    lng           double precision not null,
    accuracy_m    double precision not null,
    speed_mps     double precision,
    heading       integer,
    battery       integer,
    quality       text             not null default 'HIGH',
    mock          boolean          not null default false,
    re_anchored   boolean          not null default false,
    primary key (carrier_id, fix_seq, device_time)
) partition by range (device_time);
create index position_track on tracking.position (trip_id, device_time);

-- Fixes that the filter refused, 14 days, for support.
create table tracking.rejected_fix (
    id            bigint generated always as identity,
    carrier_id    text        not null,
    trip_id       text,
    fix_seq       bigint      not null,
    device_time   timestamptz not null,
    received_time timestamptz not null,
    rule          text        not null,
    fix           jsonb       not null,
    measured      jsonb       not null,
    at            timestamptz not null default now(),
    primary key (id)
);
create index rejected_fix_trip on tracking.rejected_fix (trip_id, device_time);
create index rejected_fix_carrier on tracking.rejected_fix (carrier_id, fix_seq);
create index rejected_fix_at on tracking.rejected_fix using brin (at);

-- The track of trips older than the raw positions: what is left of it after simplification.
create table tracking.simple_track (
    trip_id    text  not null,
    carrier_id text  not null,
    day        date  not null,
    points     jsonb not null,
    primary key (trip_id, carrier_id, day)
);
create index simple_track_day on tracking.simple_track (day);

-- Makes the partition of a UTC day. Attaching takes a weaker lock than "partition of", so fixes flow meanwhile.
create function tracking.make_day(p_day date) returns void
    language plpgsql
as $$
declare
    name text := 'position_' || to_char(p_day, 'YYYYMMDD');
begin
    if to_regclass('tracking.' || name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('tracking.position'));
    if to_regclass('tracking.' || name) is null then
        execute format('create table tracking.%I (like tracking.position including defaults)', name);
        execute format('alter table tracking.position attach partition tracking.%I for values from (%L) to (%L)',
                       name, p_day::text || ' 00:00:00+00', (p_day + 1)::text || ' 00:00:00+00');
    end if;
end $$;

-- Takes a day out of the track; waits shortly for readers and otherwise leaves it to the next night.
create function tracking.drop_day(p_day date) returns void
    language plpgsql
    set lock_timeout = '2s'
as $$
begin
    execute format('drop table if exists tracking.%I', 'position_' || to_char(p_day, 'YYYYMMDD'));
end $$;

select tracking.make_day((now() at time zone 'UTC')::date + offset_days) from generate_series(-1, 7) offset_days;

-- Everything that the filter wants to know about one fix. Volatile and in statements of its own, so that what it reads after it
-- waited for the trip's lock is what the holder of that lock left.
create function tracking.fix_open(
    p_carrier text, p_seq bigint, p_at timestamptz, p_lat double precision, p_lng double precision, p_received timestamptz)
    returns table (carrier text, trip text, latest text, duplicate boolean, before_at timestamptz, after_at timestamptz,
                   good_before text, good_after text, fine_at timestamptz)
    language plpgsql
as $$
#variable_conflict use_column
declare
    v_trip   text;
    v_from   timestamptz;
    v_newest timestamptz;
    v_floor  timestamptz := least(p_at, p_received) - interval '25 hours';
    v_roof   timestamptz := greatest(p_at, p_received) + interval '13 hours';
begin
    select tc.trip_id into v_trip from tracking.trip_carrier tc
    where tc.carrier_id = p_carrier and tc.from_at <= p_at and (tc.to_at is null or tc.to_at > p_at)
    order by tc.from_at desc limit 1;
    if v_trip is not null then
        perform from tracking.trip t where t.trip_id = v_trip for update;
        select tc.from_at into v_from from tracking.trip_carrier tc
        where tc.carrier_id = p_carrier and tc.trip_id = v_trip
          and tc.from_at <= p_at and (tc.to_at is null or tc.to_at > p_at)
        order by tc.from_at desc limit 1;
    end if;
    select to_jsonb(c)::text into carrier from tracking.carrier c where c.carrier_id = p_carrier;
    if v_from is null then
        duplicate := exists (select from tracking.position p where p.carrier_id = p_carrier and p.fix_seq = p_seq
                                and p.device_time between v_floor and v_roof);
        return next;
        return;
    end if;
    -- Never for whatever day a device's clock says: a corrected fix is of about now.
    perform tracking.make_day((p_received at time zone 'UTC')::date);
    if p_at between p_received - interval '25 hours' and p_received + interval '2 minutes' then
        perform tracking.make_day((p_at at time zone 'UTC')::date);
    end if;
    select jsonb_build_object('trip_id', t.trip_id, 'state', t.state, 'carrier_id', t.carrier_id, 'from_at', v_from,
                              'stops', t.stops, 'planned_line', t.planned_line, 'silence', t.silence,
                              'silence_check', t.silence_check)::text
    into trip from tracking.trip t where t.trip_id = v_trip;
    select to_jsonb(l)::text, l.device_time into latest, v_newest
    from tracking.carrier_locations l where l.trip_id = v_trip;
    duplicate := exists (select from tracking.position p where p.carrier_id = p_carrier and p.fix_seq = p_seq
                            and p.device_time between v_floor and v_roof)
        or exists (select from tracking.position p where p.trip_id = v_trip and p.device_time = p_at
                            and p.carrier_id = p_carrier and p.lat = p_lat and p.lng = p_lng)
        or exists (select from tracking.rejected_fix r where r.carrier_id = p_carrier and r.fix_seq = p_seq
                            and r.device_time = p_at);
    select max(p.device_time) into before_at from tracking.position p
    where p.trip_id = v_trip and p.carrier_id = p_carrier and p.device_time between v_floor and p_at;
    select to_jsonb(p)::text into good_before from tracking.position p
    where p.trip_id = v_trip and p.carrier_id = p_carrier and p.device_time between v_floor and p_at and p.accuracy_m <= 50
    order by p.device_time desc limit 1;
    select max(p.device_time) into fine_at from tracking.position p
    where p.trip_id = v_trip and p.carrier_id = p_carrier and p.device_time between v_floor and p_at and p.quality = 'HIGH';
    if v_newest >= p_at then
        select min(p.device_time) into after_at from tracking.position p
        where p.trip_id = v_trip and p.carrier_id = p_carrier and p.device_time between p_at and v_roof;
        select to_jsonb(p)::text into good_after from tracking.position p
        where p.trip_id = v_trip and p.carrier_id = p_carrier and p.device_time between p_at and v_roof and p.accuracy_m <= 50
        order by p.device_time limit 1;
    end if;
    return next;
end $$;
