package by.belparcel.eventing.inbox;

import by.belparcel.eventing.handling.Cursors;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Runs one query function without a transaction. A caller with a token costs one statement more: was it revoked? */
public final class QueryPipeline<R> {

    private static final String REVOKED =
            "select exists (select from eventing.revoked_tokens where jti = $1 and expires_at > now()) as revoked";

    private final Transaction statements;
    private final QueryHandler<R> handler;

    public QueryPipeline(Database database, QueryHandler<R> handler) {
        this.statements = new StatementByStatement(database);
        this.handler = handler;
    }

    public Mono<Reply> run(QueryRequest request) {
        return outcome(request).map(Reply::of);
    }

    /** The answer before it becomes JSON. */
    public Mono<Outcome<R>> outcome(QueryRequest request) {
        return revoked(request.principal())
                .flatMap(revoked -> revoked
                        ? Mono.just(Outcome.<R>refused(Rejection.of(
                                Rejection.Kind.UNAUTHENTICATED, "TOKEN_REVOKED", "The token was revoked.")))
                        : Mono.defer(() -> handler.handle(new Context(request, statements))));
    }

    private Mono<Boolean> revoked(Principal principal) {
        String tokenId = principal.tokenId();
        return tokenId == null ? Mono.just(false) : statements.first(REVOKED, row -> Sql.flag(row, "revoked"), tokenId);
    }

    private record Context(QueryRequest request, Transaction tx) implements QueryContext {

        @Override
        public Principal principal() {
            return request.principal();
        }

        @Override
        public RequestParameters parameters() {
            return request.parameters();
        }

        @Override
        public Cursors cursors() {
            return request.cursors();
        }

        @Override
        public Optional<Rejection> denied(Map<String, String> facts, String thing) {
            return request.access().denied(facts, thing);
        }
    }
}
