package by.belparcel.identity.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.identity.model.User;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Exchanges a refresh token for a new pair, once. A second use means that it was stolen: the whole session ends. */
public final class RefreshSession implements CommandHandler<String, TokenView> {

    private static final int LONGEST = 8 * 1024;

    private final Tokens tokens;
    private final Users users;
    private final Sessions sessions;
    private final TokenPairs pairs;
    private final FirstUsers firstUsers;

    public RefreshSession(Tokens tokens, Users users, Sessions sessions, TokenPairs pairs, FirstUsers firstUsers) {
        this.tokens = tokens;
        this.users = users;
        this.sessions = sessions;
        this.pairs = pairs;
        this.firstUsers = firstUsers;
    }

    public static String read(Input body, RequestParameters parameters) {
        return body.text("refresh_token", 1, LONGEST);
    }

    @Override
    public Mono<Outcome<TokenView>> handle(String token, CommandContext context) {
        Optional<String> id = tokens.verify(Tokens.Kind.REFRESH, token).map(Principal::tokenId);
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Refusals.wrongToken()));
        }
        return sessions.lock(context.tx(), id.get())
                .flatMap(found -> exchange(id.get(), found, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Refusals.wrongToken())));
    }

    private Mono<Outcome<TokenView>> exchange(String id, Sessions.Found found, CommandContext context) {
        if (found.revokedAt() != null) {
            return Mono.just(Outcome.refused(Refusals.revoked()));
        }
        if (!found.expiresAt().isAfter(context.now())) {
            return Mono.just(Outcome.refused(Refusals.wrongToken()));
        }
        if (found.used()) {
            return end(found, Sessions.Reason.REUSE, context);
        }
        return users.byId(context.tx(), found.userId())
                .filter(user -> user.active() && firstUsers.welcomes(user))
                .flatMap(user -> renew(id, user, found, context))
                .switchIfEmpty(Mono.defer(() -> end(found, Sessions.Reason.USER_CHANGED, context)));
    }

    private Mono<Outcome<TokenView>> renew(String id, User user, Sessions.Found found, CommandContext context) {
        return sessions.markUsed(context.tx(), id)
                .then(Mono.defer(
                        () -> pairs.issue(context.tx(), user, found.sessionId(), found.expiresAt(), context.now())))
                .map(Outcome::ok);
    }

    private Mono<Outcome<TokenView>> end(Sessions.Found found, Sessions.Reason reason, CommandContext context) {
        return sessions.revoke(context.tx(), found.sessionId(), reason)
                .thenReturn(Outcome.refusedKeepingEffects(Refusals.revoked()));
    }
}
