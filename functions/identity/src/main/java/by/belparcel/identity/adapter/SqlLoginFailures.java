package by.belparcel.identity.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.identity.application.LoginFailures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Failed logins in {@code identity.login_failures}; keys are stored as SHA-256. */
public final class SqlLoginFailures implements LoginFailures {

    @Override
    public Mono<Void> queue(Transaction tx, Key account) {
        return tx.first(
                        "select pg_advisory_xact_lock(hashtextextended($1, 7)) is null as waited",
                        row -> true,
                        hashed(account))
                .then();
    }

    @Override
    public Mono<List<Instant>> since(Transaction tx, Key key, Instant since, int most) {
        return tx.<Instant>all(
                        """
                        select at from identity.login_failures
                        where kind = $1 and key = $2 and at > $3 order by at desc limit $4""",
                        row -> Objects.requireNonNull(row.get("at", OffsetDateTime.class))
                                .toInstant(),
                        key.kind(),
                        hashed(key),
                        since.atOffset(ZoneOffset.UTC),
                        most)
                .collectList();
    }

    @Override
    public Mono<Void> add(Transaction tx, Key key, Instant at) {
        return tx.update(
                        "insert into identity.login_failures (kind, key, at) values ($1, $2, $3)",
                        key.kind(),
                        hashed(key),
                        at.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Void> forget(Transaction tx, Key account) {
        return tx.update(
                        "delete from identity.login_failures where kind = $1 and key = $2",
                        account.kind(),
                        hashed(account))
                .then();
    }

    @Override
    public Mono<Void> purge(Transaction tx, Duration olderThan) {
        return tx.update(
                        "delete from identity.login_failures where at < now() - $1 * interval '1 second'",
                        olderThan.toSeconds())
                .then(tx.update("delete from identity.sessions where expires_at < now() - interval '7 days'"))
                .then();
    }

    private static String hashed(Key key) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(key.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
