package by.belparcel.identity.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who the caller is: by the token, with the user's name where there is one. */
public final class GetMe implements QueryHandler<GetMe.View> {

    private final Users users;

    public GetMe(Users users) {
        this.users = users;
    }

    /** @param login and name absent for tokens that belong to no user */
    public record View(
            String subject,
            List<String> roles,
            Map<String, List<String>> claims,
            @Nullable String login,
            @Nullable String name,
            boolean demo) {}

    @Override
    public Mono<Outcome<View>> handle(QueryContext context) {
        Principal me = context.principal();
        List<String> roles = me.roles().stream().sorted().toList();
        return users.byId(context.tx(), me.subject())
                .map(user -> new View(me.subject(), roles, me.claims(), user.login(), user.name(), user.demo()))
                .defaultIfEmpty(new View(me.subject(), roles, me.claims(), null, null, false))
                .map(Outcome::ok);
    }
}
