package by.belparcel.eventing.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Issues and verifies signed tokens; one verifier per kind. */
public interface Tokens {

    enum Kind {
        ACCESS,
        REFRESH,
        WS_TICKET
    }

    /** @param principal its subject, roles and claims go into the token; its own token id does not */
    Issued issue(Kind kind, Principal principal, Duration life);

    /** Empty for whatever is not a valid token of this kind. Revocation is not looked at. */
    Optional<Principal> verify(Kind kind, String token);

    record Issued(String token, String id, Instant expiresAt) {}
}
