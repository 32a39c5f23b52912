-- Dead letters: one row per (consumer, event). The envelope is kept whole so that a redrive sends exactly what failed.
create table operations.dead_letters (
    id             uuid primary key,
    consumer       text        not null,
    event_source   text        not null,
    event_id       text        not null,
    event_type     text        not null,
    partition_key  text        not null,
    sequence       bigint      not null,
    correlation_id text        not null,
    reason         text        not null,
    error_class    text        not null,
    error_text     text        not null,
    fingerprint    text        not null,
    attempts       int         not null,
    redrives       int         not null default 0,
    state          text        not null check (state in ('OPEN', 'REDRIVING', 'PARKED', 'RESOLVED', 'DISCARDED', 'SUPERSEDED')),
    discard_reason text,
    assignee       text,
    attributes     jsonb       not null,
    data           bytea       not null,
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    version        bigint      not null default 1,
    unique (consumer, event_source, event_id)
);
create index dead_letters_list on operations.dead_letters (first_at, id);
create index dead_letters_group on operations.dead_letters (fingerprint, state);

create table operations.dead_letter_notes (
    id             uuid primary key,
    dead_letter_id uuid        not null references operations.dead_letters (id),
    author         text        not null,
    text           text        not null,
    at             timestamptz not null
);

-- A redrive works on the ids that were fixed when it started.
create table operations.redrives (
    id           uuid primary key,
    requested_by text        not null,
    state        text        not null check (state in ('RUNNING', 'STOPPED', 'COMPLETED')),
    total        int         not null,
    started_at   timestamptz not null,
    finished_at  timestamptz
);

create table operations.redrive_items (
    redrive_id     uuid not null references operations.redrives (id),
    position       int  not null,
    dead_letter_id uuid not null references operations.dead_letters (id),
    state          text not null check (state in ('WAITING', 'SENT', 'RESOLVED', 'FAILED')),
    sent_at        timestamptz,
    primary key (redrive_id, position)
);
create index redrive_items_letter on operations.redrive_items (dead_letter_id) where state in ('WAITING', 'SENT');

-- Which consumer subscribes to which type: written by the migration job from the functions' own declarations.
create table operations.subscriptions (
    event_type text not null,
    consumer   text not null,
    attributes jsonb not null default '{}',
    primary key (event_type, consumer)
);

-- The workflow view asks the event log by aggregate; see adr/0001-workflow-index.md for what the index costs.
create index outbox_aggregate on eventing.outbox (aggregate_id);
