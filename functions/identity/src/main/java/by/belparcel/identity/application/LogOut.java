package by.belparcel.identity.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Ends the session of the token that it is called with; that token is revoked at once, also one without a session. */
public final class LogOut implements CommandHandler<LogOut.Now, LogOut.Nothing> {

    private final Sessions sessions;
    private final Duration longestAccess;

    /** @param longestAccess no access token lives longer */
    public LogOut(Sessions sessions, Duration longestAccess) {
        this.sessions = sessions;
        this.longestAccess = longestAccess;
    }

    /** The command has no fields. */
    public record Now() {}

    /** The answer has no body. */
    public record Nothing() {}

    @Override
    public Mono<Outcome<Nothing>> handle(Now command, CommandContext context) {
        String token = context.principal().tokenId();
        if (token == null) {
            return Mono.just(Outcome.refused(Refusals.wrongToken()));
        }
        return sessions.ofAccessToken(context.tx(), token)
                .flatMap(session -> sessions.revoke(context.tx(), session, Sessions.Reason.LOGOUT))
                .then(Mono.defer(() ->
                        sessions.revokeAccess(context.tx(), token, context.now().plus(longestAccess))))
                .thenReturn(Outcome.noContent());
    }
}
