package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that only this object can read. */
public final class TestTokens implements Tokens {

    private record Known(Kind kind, Principal principal, Instant expiresAt) {}

    private final Ids ids = new Ids();
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public TestTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Issued issue(Kind kind, Principal principal, Duration life) {
        String id = ids.next();
        String token = kind + "." + id;
        Principal bearer = new Principal(principal.subject(), principal.roles(), principal.claims(), id);
        Instant expiresAt = clock.instant().plus(life);
        known.put(token, new Known(kind, bearer, expiresAt));
        return new Issued(token, id, expiresAt);
    }

    @Override
    public Optional<Principal> verify(Kind kind, String token) {
        return Optional.ofNullable(known.get(token))
                .filter(found -> found.kind() == kind && found.expiresAt().isAfter(clock.instant()))
                .map(Known::principal);
    }
}
