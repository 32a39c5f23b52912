package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.TraceContext;
import by.belparcel.eventing.inbox.CommandRequest;
import by.belparcel.eventing.outcome.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One command on its way. Without {@link #as} the caller is anonymous, without {@link #key} a keyed command gets a new key. */
public final class CommandCall {

    private final FunctionHarness harness;
    private final FunctionSpec.Command<?, ?> spec;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private boolean newKey = true;
    private Principal principal = Principal.ANONYMOUS;
    private @Nullable JsonNode body;
    private CommandRunner runner;
    private String correlationId;

    CommandCall(FunctionHarness harness, FunctionSpec.Command<?, ?> spec) {
        this.harness = harness;
        this.spec = spec;
        this.runner = CommandRunner.of(harness, spec);
        this.correlationId = harness.ids().next();
    }

    public CommandCall as(Principal caller) {
        this.principal = caller;
        return this;
    }

    /** The header as sent; called twice, it stands twice. */
    public CommandCall key(String key) {
        newKey = false;
        keys.add(key);
        return this;
    }

    public CommandCall withoutKey() {
        newKey = false;
        keys.clear();
        return this;
    }

    /** @param json text of JSON, or any object that becomes JSON */
    public CommandCall body(Object json) {
        this.body = json instanceof String text
                ? Json.mapper().readTree(text)
                : Json.mapper().valueToTree(json);
        return this;
    }

    public CommandCall path(String variable, String value) {
        path.put(variable, value);
        return this;
    }

    public CommandCall query(String name, String value) {
        query.put(name, value);
        return this;
    }

    public CommandCall header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    public CommandCall correlation(String id) {
        this.correlationId = id;
        return this;
    }

    /** Runs through another runner than the real pipeline. */
    public CommandCall through(CommandRunner other) {
        this.runner = other;
        return this;
    }

    public HttpReply send() {
        return Objects.requireNonNull(reply().block(FunctionHarness.PATIENCE));
    }

    /** For concurrent calls: nothing happens before it is subscribed to. */
    public Mono<HttpReply> reply() {
        Optional<Rejection> denied =
                harness.policies().deniedRole(harness.module().name(), spec.route(), principal);
        if (denied.isPresent()) {
            return Mono.just(HttpReply.of(denied.get(), Map.of()));
        }
        return runner.run(request()).map(HttpReply::of);
    }

    FunctionSpec.Command<?, ?> spec() {
        return spec;
    }

    private CommandRequest request() {
        List<String> sent = newKey ? List.of(harness.ids().next()) : keys;
        return new CommandRequest(
                principal,
                harness.policies().access(harness.module().name(), spec.route(), principal),
                new RequestParameters(path, query, headers),
                Paths.fill(spec.route().path(), path),
                body,
                sent,
                correlationId,
                TraceContext.NONE);
    }
}
