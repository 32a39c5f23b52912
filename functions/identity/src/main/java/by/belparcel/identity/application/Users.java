package by.belparcel.identity.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.identity.model.Role;
import by.belparcel.identity.model.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Users by id and login. */
public interface Users {

    Mono<User> byLogin(Transaction tx, String login);

    Mono<User> byId(Transaction tx, String id);

    /** The same, locked until the end of the transaction. */
    Mono<User> lock(Transaction tx, String id);

    /** False when the login is taken. */
    Mono<Boolean> add(Transaction tx, User user);

    Mono<Void> update(Transaction tx, User user);

    /** Locks the active admins and counts them. */
    Mono<Long> lockAdmins(Transaction tx);

    /** By login, after the given one. */
    Mono<List<User>> list(Transaction tx, @Nullable Role role, @Nullable String after, int limit);
}
