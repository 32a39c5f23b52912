package by.belparcel.identity.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.identity.model.User;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Creates the users of the configuration at the first login of a process: the first admin, and those of a demonstration. */
public final class FirstUsers {

    private final Users users;
    private final Passwords passwords;
    private final List<Seed> seeds;
    private final boolean production;
    private final AtomicBoolean done = new AtomicBoolean();

    public FirstUsers(Users users, Passwords passwords, List<Seed> seeds, boolean production) {
        this.users = users;
        this.passwords = passwords;
        this.seeds = List.copyOf(seeds);
        this.production = production;
    }

    /** Users made for demonstration do not exist in production, whatever the database holds. */
    boolean welcomes(User user) {
        return !(production && user.demo());
    }

    Mono<Void> ensure(CommandContext context) {
        if (done.get()) {
            return Mono.empty();
        }
        return Flux.fromIterable(seeds)
                .concatMap(seed -> users.byLogin(context.tx(), seed.login()).hasElement().flatMap(exists -> exists
                        ? Mono.<Void>empty()
                        : create(seed, context)))
                .then(Mono.fromRunnable(() -> done.set(true)));
    }

    private Mono<Void> create(Seed seed, CommandContext context) {
        // Another process may have been faster: then its row stays.
        return passwords
                .hash(seed.password())
                .flatMap(hash -> users.add(context.tx(), seed.user(context.newId(), hash)))
                .then();
    }
}
