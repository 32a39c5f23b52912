package by.belparcel.identity.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The public keys of tokens: none, because tokens are signed with a shared secret (HS256), which is never published. */
public final class GetKeySet implements QueryHandler<GetKeySet.KeySet> {

    /** A JSON Web Key Set (RFC 7517). */
    public record KeySet(List<Map<String, String>> keys) {}

    @Override
    public Mono<Outcome<KeySet>> handle(QueryContext context) {
        return Mono.just(Outcome.ok(new KeySet(List.of())));
    }
}
