package by.belparcel.identity.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.identity.application.Users;
import by.belparcel.identity.model.Role;
import by.belparcel.identity.model.User;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Users in {@code identity.users}. */
public final class SqlUsers implements Users {

    private static final TypeReference<Map<String, List<String>>> CLAIMS = new TypeReference<>() {};
    private static final String SELECT =
            "select id, login, name, password_hash, role, claims::text as claims, active, demo, row_version from identity.users ";

    @Override
    public Mono<User> byLogin(Transaction tx, String login) {
        return tx.first(SELECT + "where login = $1", SqlUsers::map, login);
    }

    @Override
    public Mono<User> byId(Transaction tx, String id) {
        return tx.first(SELECT + "where id = $1", SqlUsers::map, id);
    }

    @Override
    public Mono<User> lock(Transaction tx, String id) {
        return tx.first(SELECT + "where id = $1 for update", SqlUsers::map, id);
    }

    @Override
    public Mono<Boolean> add(Transaction tx, User user) {
        return tx.update(
                        """
                        insert into identity.users (id, login, name, password_hash, role, claims, active, demo, row_version)
                        values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9)
                        on conflict (login) do nothing""",
                        user.id(),
                        user.login(),
                        user.name(),
                        user.passwordHash(),
                        user.role().claim(),
                        Json.mapper().writeValueAsString(user.claims()),
                        user.active(),
                        user.demo(),
                        user.rowVersion())
                .map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> update(Transaction tx, User user) {
        return tx.update(
                        """
                        update identity.users
                        set name = $2, password_hash = $3, role = $4, claims = $5::jsonb, active = $6, row_version = $7,
                            updated_at = now()
                        where id = $1""",
                        user.id(),
                        user.name(),
                        user.passwordHash(),
                        user.role().claim(),
                        Json.mapper().writeValueAsString(user.claims()),
                        user.active(),
                        user.rowVersion())
                .then();
    }

    @Override
    public Mono<Long> lockAdmins(Transaction tx) {
        return tx.all("select id from identity.users where role = 'admin' and active order by id for update", row -> 1L)
                .count();
    }

    @Override
    public Mono<List<User>> list(Transaction tx, @Nullable Role role, @Nullable String after, int limit) {
        return tx.<User>all(SELECT + """
                                where ($1::text is null or role = $1) and ($2::text is null or login > $2)
                                order by login limit $3""", SqlUsers::map, role == null ? null : role.claim(), after, limit)
                .collectList();
    }

    private static User map(Readable row) {
        return new User(
                text(row, "id"),
                text(row, "login"),
                text(row, "name"),
                text(row, "password_hash"),
                Role.of(text(row, "role")).orElseThrow(),
                Json.mapper().readValue(text(row, "claims"), CLAIMS),
                Boolean.TRUE.equals(row.get("active", Boolean.class)),
                Boolean.TRUE.equals(row.get("demo", Boolean.class)),
                Objects.requireNonNull(row.get("row_version", Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
