package by.belparcel.identity.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.identity.model.SessionTerms;
import by.belparcel.identity.model.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Issues an access and a refresh token of a session. */
public final class TokenPairs {

    private final Tokens tokens;
    private final Sessions sessions;
    private final SessionTerms terms;

    public TokenPairs(Tokens tokens, Sessions sessions, SessionTerms terms) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.terms = terms;
    }

    SessionTerms terms() {
        return terms;
    }

    /** @param end of the session; no token outlives it */
    Mono<TokenView> issue(Transaction tx, User user, String sessionId, Instant end, Instant now) {
        Duration left = Duration.between(now, end);
        Duration accessLife = left.compareTo(terms.access()) < 0 ? left : terms.access();
        Tokens.Issued access = tokens.issue(
                Tokens.Kind.ACCESS,
                new Principal(user.id(), Set.of(user.role().claim()), user.claims(), null),
                accessLife);
        Tokens.Issued refresh =
                tokens.issue(Tokens.Kind.REFRESH, new Principal(user.id(), Set.of(), Map.of(), null), left);
        TokenView view = new TokenView(
                access.token(), "Bearer", accessLife.toSeconds(), refresh.token(), left.toSeconds(), UserView.of(user));
        return sessions.add(tx, new Sessions.Pair(sessionId, refresh.id(), access.id(), access.expiresAt()))
                .thenReturn(view);
    }
}
