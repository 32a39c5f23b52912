package by.belparcel.identity.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.identity.application.Sessions;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Sessions in {@code identity.sessions}; revoked access tokens go to {@code eventing.revoked_tokens}, which the edge reads. */
public final class SqlSessions implements Sessions {

    // The edge accepts a token half a minute beyond its end, so the revocation lives longer.
    private static final String REVOKE = """
            with ended as (
                update identity.sessions set revoked_at = now(), reason = $2
                where %s = $1 and revoked_at is null returning id)
            insert into eventing.revoked_tokens (jti, expires_at)
            select t.access_jti, t.access_expires_at + interval '2 minutes'
            from identity.refresh_tokens t join ended on ended.id = t.session_id
            where t.access_expires_at > now() - interval '2 minutes'
            on conflict (jti) do nothing""";
    private static final String REVOKE_ONE = REVOKE.formatted("id");
    private static final String REVOKE_ALL = REVOKE.formatted("user_id");

    @Override
    public Mono<Void> open(Transaction tx, String sessionId, String userId, Instant expiresAt) {
        return tx.update(
                        "insert into identity.sessions (id, user_id, expires_at) values ($1, $2, $3)",
                        sessionId,
                        userId,
                        expiresAt.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Void> add(Transaction tx, Pair pair) {
        return tx.update(
                        """
                        insert into identity.refresh_tokens (jti, session_id, access_jti, access_expires_at)
                        values ($1, $2, $3, $4)""",
                        pair.refreshId(),
                        pair.sessionId(),
                        pair.accessId(),
                        pair.accessExpiresAt().atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Found> lock(Transaction tx, String refreshId) {
        return tx.first("""
                select s.id, s.user_id, s.expires_at, s.revoked_at, t.used_at
                from identity.refresh_tokens t join identity.sessions s on s.id = t.session_id
                where t.jti = $1 for update""", SqlSessions::map, refreshId);
    }

    @Override
    public Mono<Void> markUsed(Transaction tx, String refreshId) {
        return tx.update("update identity.refresh_tokens set used_at = now() where jti = $1", refreshId)
                .then();
    }

    @Override
    public Mono<Void> revoke(Transaction tx, String sessionId, Reason reason) {
        return tx.update(REVOKE_ONE, sessionId, reason.name()).then();
    }

    @Override
    public Mono<Void> revokeAll(Transaction tx, String userId, Reason reason) {
        return tx.update(REVOKE_ALL, userId, reason.name()).then();
    }

    @Override
    public Mono<String> ofAccessToken(Transaction tx, String accessId) {
        return tx.first(
                "select session_id from identity.refresh_tokens where access_jti = $1",
                row -> Objects.requireNonNull(row.get("session_id", String.class)),
                accessId);
    }

    @Override
    public Mono<Void> revokeAccess(Transaction tx, String accessId, Instant until) {
        return tx.update(
                        "insert into eventing.revoked_tokens (jti, expires_at) values ($1, $2) on conflict (jti) do nothing",
                        accessId,
                        until.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static Found map(Readable row) {
        OffsetDateTime revoked = row.get("revoked_at", OffsetDateTime.class);
        return new Found(
                Objects.requireNonNull(row.get("id", String.class)),
                Objects.requireNonNull(row.get("user_id", String.class)),
                Objects.requireNonNull(row.get("expires_at", OffsetDateTime.class))
                        .toInstant(),
                row.get("used_at", OffsetDateTime.class) != null,
                revoked == null ? null : revoked.toInstant());
    }
}
