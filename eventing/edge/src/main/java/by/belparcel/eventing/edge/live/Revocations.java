package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.store.Database;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Which tokens were revoked: the same table that every request is checked against. */
final class Revocations {

    private static final String REVOKED =
            "select jti from eventing.revoked_tokens where jti = any($1::text[]) and expires_at > now()";

    private final Database database;

    Revocations(Database database) {
        this.database = database;
    }

    /** Those of the given token ids that were revoked. */
    Mono<Set<String>> among(Collection<String> tokenIds) {
        if (tokenIds.isEmpty()) {
            return Mono.just(Set.of());
        }
        String[] ids = tokenIds.toArray(String[]::new);
        return database.reading(tx -> tx.all(REVOKED, row -> String.valueOf(row.get(0, String.class)), (Object) ids)
                        .collectList())
                .map(HashSet::new);
    }
}
