package by.belparcel.identity.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sessions with their refresh tokens; ids only, never a token. */
public interface Sessions {

    Mono<Void> open(Transaction tx, String sessionId, String userId, Instant expiresAt);

    Mono<Void> add(Transaction tx, Pair pair);

    /** The refresh token and its session, locked. */
    Mono<Found> lock(Transaction tx, String refreshId);

    Mono<Void> markUsed(Transaction tx, String refreshId);

    /** Ends the session and revokes its access tokens that still live. */
    Mono<Void> revoke(Transaction tx, String sessionId, Reason reason);

    /** Ends all sessions of a user. */
    Mono<Void> revokeAll(Transaction tx, String userId, Reason reason);

    /** The session that issued this access token. */
    Mono<String> ofAccessToken(Transaction tx, String accessId);

    /** Revokes one access token, whoever issued it. */
    Mono<Void> revokeAccess(Transaction tx, String accessId, Instant until);

    /** Why a session ended before its time. */
    enum Reason {
        LOGOUT,
        REUSE,
        USER_CHANGED
    }

    /** Tokens issued together. */
    record Pair(String sessionId, String refreshId, String accessId, Instant accessExpiresAt) {}

    /** A refresh token as it is known. */
    record Found(
            String sessionId,
            String userId,
            Instant expiresAt,
            boolean used,
            @Nullable Instant revokedAt) {}
}
