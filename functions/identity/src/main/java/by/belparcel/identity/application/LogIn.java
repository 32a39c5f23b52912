package by.belparcel.identity.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.identity.model.LoginThrottle;
import by.belparcel.identity.model.PasswordPolicy;
import by.belparcel.identity.model.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens a session. A login that does not exist costs the same work, gets the same answer and is throttled like one that does
 * (quality S-041); a failure is counted although the command is refused.
 */
public final class LogIn implements CommandHandler<LogIn.Credentials, TokenView> {

    /** Header in which the edge tells the caller's address, after it decided which proxies to trust. */
    private static final String ADDRESS = "client-ip";

    private final Users users;
    private final Passwords passwords;
    private final LoginFailures failures;
    private final Sessions sessions;
    private final TokenPairs pairs;
    private final LoginThrottle throttle;
    private final FirstUsers firstUsers;

    public LogIn(
            Users users,
            Passwords passwords,
            LoginFailures failures,
            Sessions sessions,
            TokenPairs pairs,
            LoginThrottle throttle,
            FirstUsers firstUsers) {
        this.users = users;
        this.passwords = passwords;
        this.failures = failures;
        this.sessions = sessions;
        this.pairs = pairs;
        this.throttle = throttle;
        this.firstUsers = firstUsers;
    }

    /** @param address of the caller, empty when the edge does not know it */
    public record Credentials(String login, String password, String address) {

        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    public static Credentials read(Input body, RequestParameters parameters) {
        return new Credentials(
                body.text("login", 1, 100).toLowerCase(Locale.ROOT),
                body.text("password", 1, PasswordPolicy.MAX),
                parameters.header(ADDRESS).orElse(""));
    }

    @Override
    public Mono<Outcome<TokenView>> handle(Credentials credentials, CommandContext context) {
        LoginFailures.Key account = LoginFailures.Key.account(credentials.login());
        return failures.queue(context.tx(), account)
                .then(Mono.defer(() -> toWait(credentials, context)))
                .flatMap(wait -> wait.isPresent()
                        ? Mono.just(Outcome.<TokenView>refused(Refusals.tooManyFailures(wait.get())))
                        : attempt(credentials, context))
                .onErrorResume(Passwords.Busy.class, e -> Mono.just(Outcome.refused(Refusals.busy())));
    }

    private Mono<Optional<Duration>> toWait(Credentials credentials, CommandContext context) {
        Instant since = context.now().minus(throttle.window());
        return failures.since(
                        context.tx(), LoginFailures.Key.account(credentials.login()), since, throttle.perAccount())
                .zipWhen(ofAccount -> credentials.address().isEmpty()
                        ? Mono.just(List.<Instant>of())
                        : failures.since(
                                context.tx(),
                                LoginFailures.Key.address(credentials.address()),
                                since,
                                throttle.perAddress()))
                .map(both -> throttle.wait(both.getT1(), both.getT2(), context.now()));
    }

    private Mono<Outcome<TokenView>> attempt(Credentials credentials, CommandContext context) {
        return firstUsers
                .ensure(context)
                .then(Mono.defer(() -> users.byLogin(context.tx(), credentials.login())))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(user -> passwords
                        .matches(
                                credentials.password(),
                                user.map(User::passwordHash).orElse(null))
                        .flatMap(matches -> user.filter(u -> matches && u.active() && firstUsers.welcomes(u))
                                .map(u -> open(u, context))
                                .orElseGet(() -> refuse(credentials, context))));
    }

    private Mono<Outcome<TokenView>> open(User user, CommandContext context) {
        String session = context.newId();
        Instant end = context.now().plus(pairs.terms().session(user.role()));
        return failures.forget(context.tx(), LoginFailures.Key.account(user.login()))
                .then(sessions.open(context.tx(), session, user.id(), end))
                .then(Mono.defer(() -> pairs.issue(context.tx(), user, session, end, context.now())))
                .map(Outcome::ok);
    }

    private Mono<Outcome<TokenView>> refuse(Credentials credentials, CommandContext context) {
        return Flux.just(
                        LoginFailures.Key.account(credentials.login()),
                        LoginFailures.Key.address(credentials.address()))
                .filter(key -> !key.text().isEmpty())
                .concatMap(key -> failures.add(context.tx(), key, context.now()))
                .then(Mono.just(Outcome.refusedKeepingEffects(Refusals.wrongLogin())));
    }
}
