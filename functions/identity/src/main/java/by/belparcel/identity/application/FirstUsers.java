package by.belparcel.identity.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.identity.model.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Done is only what an earlier transaction has committed: this one may still be rolled back. */
    Mono<Void> ensure(CommandContext context) {
        if (done.get()) {
            return Mono.empty();
        }
        return Flux.fromIterable(seeds)
                .filterWhen(seed ->
                        users.byLogin(context.tx(), seed.login()).hasElement().map(exists -> !exists))
                .collectList()
                .flatMap(missing ->
                        missing.isEmpty() ? Mono.<Void>fromRunnable(() -> done.set(true)) : create(missing, context));
    }

    /** Another process may be faster: then its rows stay. Equal passwords are hashed once. */
    private Mono<Void> create(List<Seed> missing, CommandContext context) {
        Map<String, Mono<String>> hashes = new HashMap<>();
        return Flux.fromIterable(missing)
                .concatMap(seed -> hashes.computeIfAbsent(
                                seed.password(),
                                password -> passwords.hash(password).cache())
                        .flatMap(hash -> users.add(context.tx(), seed.user(context.newId(), hash))))
                .then();
    }
}
