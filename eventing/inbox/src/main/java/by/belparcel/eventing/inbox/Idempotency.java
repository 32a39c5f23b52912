package by.belparcel.eventing.inbox;

import by.belparcel.eventing.store.Transaction;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The statements on idempotency records. Expiry is by the database's clock alone. */
final class Idempotency {

    private static final String ENTER = "select * from eventing.enter_command($1, $2, $3::text)";

    private static final String ENTER_WITHOUT_KEY = """
            select now() as tx_now, true as locked, false as stored, exists (
                select from eventing.revoked_tokens where jti = $1::text and expires_at > now()) as revoked
            """;

    /** Takes the place of an expired record; changes nothing where a living one stands. */
    private static final String STORE = """
            insert into eventing.idempotency as i (scope, key, fingerprint, status, location, etag, body, expires_at)
            values ($1, $2, $3, $4, $5::text, $6::text, $7, now() + $8 * interval '1 millisecond')
            on conflict (scope, key) do update set
                fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location, etag = excluded.etag,
                body = excluded.body, created_at = now(), expires_at = excluded.expires_at
            where i.expires_at <= now()
            """;

    private Idempotency() {}

    /** Scope and key. */
    record Id(String scope, String key) {}

    /** A finished command. */
    record Stored(String fingerprint, Reply.Answer answer) {}

    /** @param locked whether nobody else runs this key */
    record Entered(Instant now, boolean revoked, boolean locked, Optional<Stored> stored) {}

    /** The first statement of every command. */
    static Mono<Entered> enter(Transaction tx, @Nullable Id id, @Nullable String tokenId) {
        return id == null
                ? tx.first(ENTER_WITHOUT_KEY, Idempotency::entered, tokenId)
                : tx.first(ENTER, Idempotency::entered, id.scope(), id.key(), tokenId);
    }

    /** @return false when another call of the same key was faster */
    static Mono<Boolean> store(Transaction tx, Id id, String fingerprint, Reply.Answer answer, Duration life) {
        return tx.update(
                        STORE,
                        id.scope(),
                        id.key(),
                        fingerprint,
                        answer.status(),
                        answer.headers().get(Reply.LOCATION),
                        answer.headers().get(Reply.ETAG),
                        new String(answer.body(), StandardCharsets.UTF_8),
                        life.toMillis())
                .map(rows -> rows == 1);
    }

    private static Entered entered(Readable row) {
        Optional<Stored> stored = Sql.flag(row, "stored") ? Optional.of(stored(row)) : Optional.empty();
        return new Entered(Sql.time(row, "tx_now"), Sql.flag(row, "revoked"), Sql.flag(row, "locked"), stored);
    }

    private static Stored stored(Readable row) {
        Map<String, String> headers = new LinkedHashMap<>();
        putIfPresent(headers, Reply.LOCATION, row.get("location", String.class));
        putIfPresent(headers, Reply.ETAG, row.get("etag", String.class));
        headers.put(Reply.REPLAYED, "true");
        int status = Objects.requireNonNull(row.get("status", Integer.class));
        byte[] body = Sql.text(row, "body").getBytes(StandardCharsets.UTF_8);
        return new Stored(Sql.text(row, "fingerprint"), new Reply.Answer(status, headers, body));
    }

    private static void putIfPresent(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
