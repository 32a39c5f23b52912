package by.belparcel.identity.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.identity.model.Role;
import by.belparcel.identity.model.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Replaces what may change of a user; whoever loses rights or gets a new password has to sign in again. */
public final class ChangeUser implements CommandHandler<ChangeUser.Change, UserView> {

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;

    public ChangeUser(Users users, Passwords passwords, Sessions sessions) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** @param password absent = stays as it is; @param ifMatch the conditional header, absent = unconditional */
    public record Change(
            String id,
            String name,
            @Nullable String password,
            Role role,
            Map<String, List<String>> claims,
            boolean active,
            @Nullable String ifMatch) {

        @Override
        public String toString() {
            return "Change[" + id + "]";
        }
    }

    public static Change read(Input body, RequestParameters parameters) {
        Role role = UserFields.role(body);
        return new Change(
                parameters.variable("id"),
                body.text("name", 1, 100),
                UserFields.password(body, ""),
                role,
                UserFields.claims(body, role),
                body.flag("active", true),
                parameters.header("if-match").orElse(null));
    }

    @Override
    public Mono<Outcome<UserView>> handle(Change command, CommandContext context) {
        return users.lockAdmins(context.tx())
                .flatMap(admins -> users.lock(context.tx(), command.id())
                        .flatMap(user -> refusal(user, command, admins)
                                .map(rejection -> Mono.just(Outcome.<UserView>refused(rejection)))
                                .orElseGet(() -> change(user, command, context))))
                .switchIfEmpty(Mono.fromSupplier(() -> Refusals.none("USER")))
                .onErrorResume(Passwords.Busy.class, e -> Mono.just(Outcome.refused(Refusals.busy())));
    }

    private static Optional<Rejection> refusal(User user, Change command, long admins) {
        String tag = command.ifMatch();
        if (tag != null && !tag.equals("*") && !tag.equals("\"v" + user.rowVersion() + "\"")) {
            return Optional.of(Rejection.of(
                            Rejection.Kind.PRECONDITION_FAILED, "VERSION_CONFLICT", "Somebody else changed it first.")
                    .with("current_version", user.rowVersion()));
        }
        boolean wasAdmin = user.active() && user.role() == Role.ADMIN;
        boolean staysAdmin = command.active() && command.role() == Role.ADMIN;
        return wasAdmin && !staysAdmin && admins <= 1
                ? Optional.of(Rejection.rule("LAST_ADMIN", "The last admin must stay."))
                : Optional.empty();
    }

    private Mono<Outcome<UserView>> change(User user, Change command, CommandContext context) {
        Mono<String> hash =
                command.password() == null ? Mono.just(user.passwordHash()) : passwords.hash(command.password());
        return hash.flatMap(newHash -> {
            User changed = new User(
                    user.id(),
                    user.login(),
                    command.name(),
                    newHash,
                    command.role(),
                    command.claims(),
                    command.active(),
                    user.demo(),
                    user.rowVersion() + 1);
            return users.update(context.tx(), changed)
                    .then(
                            signOut(user, changed)
                                    ? sessions.revokeAll(context.tx(), user.id(), Sessions.Reason.USER_CHANGED)
                                    : Mono.empty())
                    .thenReturn(Outcome.ok(UserView.of(changed), changed.rowVersion()));
        });
    }

    private static boolean signOut(User before, User after) {
        return !after.active()
                || before.role() != after.role()
                || !before.claims().equals(after.claims())
                || !before.passwordHash().equals(after.passwordHash());
    }
}
