create schema if not exists identity;

create table identity.users (
    id            text        primary key,
    login         text        not null unique check (login = lower(login)),
    name          text        not null,
    password_hash text        not null,
    role          text        not null,
    claims        jsonb       not null,
    active        boolean     not null,
    demo          boolean     not null,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    row_version   bigint      not null
);
create index users_admins on identity.users (id) where role = 'admin' and active;

-- A session begins with a login and ends by its time, a logout or the second use of a refresh token.
create table identity.sessions (
    id          text        primary key,
    user_id     text        not null references identity.users (id),
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    reason      text check (reason in ('LOGOUT', 'REUSE', 'USER_CHANGED'))
);
create index sessions_by_user on identity.sessions (user_id) where revoked_at is null;
create index sessions_by_end on identity.sessions (expires_at);

-- Each refresh token of a session with the access token that was issued beside it. Ids only, never a token.
create table identity.refresh_tokens (
    jti               text        primary key,
    session_id        text        not null references identity.sessions (id) on delete cascade,
    access_jti        text        not null unique,
    access_expires_at timestamptz not null,
    used_at           timestamptz
);
create index refresh_tokens_by_session on identity.refresh_tokens (session_id);

-- Failed logins of the last minutes. The key is a hash: people type passwords into the login field.
create table identity.login_failures (
    kind text        not null check (kind in ('ACCOUNT', 'ADDRESS')),
    key  text        not null,
    at   timestamptz not null
);
create index login_failures_by_key on identity.login_failures (kind, key, at);
create index login_failures_by_time on identity.login_failures (at);
