package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.inbox.QueryPipeline;
import by.belparcel.eventing.inbox.QueryRequest;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One query on its way. */
public final class QueryCall {

    private final FunctionHarness harness;
    private final FunctionSpec.Query<?> spec;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private Principal principal = Principal.ANONYMOUS;

    QueryCall(FunctionHarness harness, FunctionSpec.Query<?> spec) {
        this.harness = harness;
        this.spec = spec;
    }

    public QueryCall as(Principal caller) {
        this.principal = caller;
        return this;
    }

    public QueryCall path(String variable, String value) {
        path.put(variable, value);
        return this;
    }

    public QueryCall query(String name, String value) {
        if (!spec.route().queryParameters().contains(name)) {
            throw new IllegalArgumentException(spec.name() + " declares no query parameter " + name);
        }
        query.put(name, value);
        return this;
    }

    public QueryCall header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    public HttpReply send() {
        return denied().map(rejection -> HttpReply.of(rejection, Map.of()))
                .orElseGet(() -> HttpReply.of(
                        Objects.requireNonNull(pipeline(spec).run(request()).block(FunctionHarness.PATIENCE))));
    }

    /** The answer before it becomes JSON, for answers that are no JSON. */
    public Outcome<?> outcome() {
        return denied().<Outcome<?>>map(Outcome::refused)
                .orElseGet(() ->
                        Objects.requireNonNull(pipeline(spec).outcome(request()).block(FunctionHarness.PATIENCE)));
    }

    private Optional<Rejection> denied() {
        return harness.policies().deniedRole(harness.module().name(), spec.route(), principal);
    }

    private QueryRequest request() {
        return new QueryRequest(
                principal,
                harness.policies().access(harness.module().name(), spec.route(), principal),
                new RequestParameters(path, query, headers),
                new PlainCursors(principal.subject()));
    }

    private <R> QueryPipeline<R> pipeline(FunctionSpec.Query<R> query) {
        QueryHandler<R> handler = query.handler().apply(harness.services());
        return new QueryPipeline<>(harness.database().database(), handler);
    }
}
