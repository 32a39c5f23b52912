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
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Creates a user. */
public final class CreateUser implements CommandHandler<CreateUser.Create, UserView> {

    private final Users users;
    private final Passwords passwords;

    public CreateUser(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    public record Create(String login, String name, String password, Role role, Map<String, List<String>> claims) {

        @Override
        public String toString() {
            return "Create[" + login + "]";
        }
    }

    public static Create read(Input body, RequestParameters parameters) {
        String login = body.matching("login", UserFields.LOGIN, "FORMAT", "must be 3 to 64 of a-z, 0-9, dot, _, @, -")
                .toLowerCase(Locale.ROOT);
        String password = UserFields.password(body, login);
        if (!body.has("password")) {
            body.reject("password", "REQUIRED", "is required", null, null);
        }
        Role role = UserFields.role(body);
        return new Create(
                login,
                body.text("name", 1, 100),
                password == null ? "" : password,
                role,
                UserFields.claims(body, role));
    }

    @Override
    public Mono<Outcome<UserView>> handle(Create command, CommandContext context) {
        return users.byLogin(context.tx(), command.login())
                .hasElement()
                .flatMap(exists -> exists ? taken(command) : add(command, context))
                .onErrorResume(Passwords.Busy.class, e -> Mono.just(Outcome.refused(Refusals.busy())));
    }

    private Mono<Outcome<UserView>> add(Create command, CommandContext context) {
        return passwords.hash(command.password()).flatMap(hash -> {
            User user = new User(
                    context.newId(),
                    command.login(),
                    command.name(),
                    hash,
                    command.role(),
                    command.claims(),
                    true,
                    false,
                    1);
            return users.add(context.tx(), user)
                    .flatMap(added -> added
                            ? Mono.just(
                                    Outcome.created(UserView.of(user), "/auth/users/" + user.id(), user.rowVersion()))
                            : taken(command));
        });
    }

    private static Mono<Outcome<UserView>> taken(Create command) {
        return Mono.just(Outcome.refused(Rejection.of(
                Rejection.Kind.CONFLICT, "USER_ALREADY_EXISTS", "The login " + command.login() + " is taken.")));
    }
}
