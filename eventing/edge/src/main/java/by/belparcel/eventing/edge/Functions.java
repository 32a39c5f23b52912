package by.belparcel.eventing.edge;

import by.belparcel.eventing.edge.call.Call;
import by.belparcel.eventing.edge.call.CallMessage;
import by.belparcel.eventing.edge.call.Catalogue;
import by.belparcel.eventing.edge.call.NotAcknowledged;
import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.edge.call.ReplyMessage;
import by.belparcel.eventing.edge.call.Trace;
import by.belparcel.eventing.edge.http.Endpoint;
import by.belparcel.eventing.edge.http.TraceHeaders;
import by.belparcel.eventing.edge.security.SignedCursors;
import by.belparcel.eventing.edge.security.SigningKeys;
import by.belparcel.eventing.envelope.CloudEventHttp;
import by.belparcel.eventing.envelope.DecodedEvent;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.LiveHandler;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.handling.TraceContext;
import by.belparcel.eventing.inbox.CommandPipeline;
import by.belparcel.eventing.inbox.CommandRequest;
import by.belparcel.eventing.inbox.DatabaseFailures;
import by.belparcel.eventing.inbox.EventPipeline;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxMetrics;
import by.belparcel.eventing.inbox.Machinery;
import by.belparcel.eventing.inbox.QueryPipeline;
import by.belparcel.eventing.inbox.QueryRequest;
import by.belparcel.eventing.outcome.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/** Adapts typed handlers to functions on bytes: the one place that does. */
final class Functions {

    private final Machinery machinery;
    private final Services services;
    private final Supplier<SigningKeys> keys;

    Functions(Machinery machinery, Services services, Supplier<SigningKeys> keys) {
        this.machinery = machinery;
        this.services = services;
        this.keys = keys;
    }

    <C, R> Catalogue.Answering command(FunctionSpec.Command<C, R> spec) {
        CommandPipeline<C, R> pipeline =
                new CommandPipeline<>(machinery, spec, spec.handler().apply(services));
        return message -> {
            Call call = call(message);
            Trace trace = call.notes().trace();
            return pipeline.run(new CommandRequest(
                            call.principal(),
                            call.access(),
                            call.parameters(),
                            call.path(),
                            spec.body() ? parse(message.getPayload()) : null,
                            call.idempotencyKeys(),
                            trace.correlationId(),
                            context(trace)))
                    .map(ReplyMessage::new);
        };
    }

    <R> Catalogue.Answering query(FunctionSpec.Query<R> spec) {
        QueryPipeline<R> pipeline =
                new QueryPipeline<>(machinery.database(), spec.handler().apply(services));
        return message -> {
            Call call = call(message);
            SignedCursors cursors =
                    new SignedCursors(keys.get(), call.principal().subject());
            return pipeline.run(new QueryRequest(call.principal(), call.access(), call.parameters(), cursors))
                    .map(ReplyMessage::new);
        };
    }

    /** A live route: its handler is no function of the catalogue, for it has no one answer. */
    Endpoint.Live live(
            String context, String name, HttpRoute route, boolean socket, Function<Services, LiveHandler> handler) {
        return new Endpoint.Live(
                name,
                route,
                context,
                socket,
                handler.apply(services),
                principal -> new SignedCursors(keys.get(), principal.subject()));
    }

    /** @param spec an event, raw event or tick function */
    Catalogue.Acknowledging acknowledging(FunctionSpec spec) {
        if (spec instanceof FunctionSpec.Event<?> event) {
            return event(event);
        }
        if (spec instanceof FunctionSpec.RawEvent raw) {
            return rawEvent(raw);
        }
        if (spec instanceof FunctionSpec.Tick tick) {
            return tick(tick);
        }
        throw new IllegalArgumentException(spec.name() + " has an answer of its own");
    }

    private <E extends DomainEvent> Catalogue.Acknowledging event(FunctionSpec.Event<E> spec) {
        EventPipeline pipeline =
                EventPipeline.of(machinery, spec, spec.handler().apply(services));
        return message -> {
            DecodedEvent decoded = CloudEventHttp.read(call(message).headers(), message.getPayload());
            return decoded instanceof DecodedEvent.Valid(EventEnvelope envelope)
                    ? deliver(pipeline, call(message), envelope)
                    : Mono.error(new NotAcknowledged(refused((DecodedEvent.Invalid) decoded)));
        };
    }

    private Catalogue.Acknowledging rawEvent(FunctionSpec.RawEvent spec) {
        EventPipeline pipeline =
                EventPipeline.of(machinery, spec, spec.handler().apply(services));
        return message -> deliver(
                pipeline,
                call(message),
                CloudEventHttp.readAnything(call(message).headers(), message.getPayload()));
    }

    private Catalogue.Acknowledging tick(FunctionSpec.Tick spec) {
        TickHandler handler = spec.handler().apply(services);
        return message -> Mono.defer(handler::tick).onErrorMap(Functions::later);
    }

    private static Mono<Void> deliver(EventPipeline pipeline, Call call, EventEnvelope envelope) {
        Trace trace = continued(call.notes().trace(), envelope.metadata());
        call.notes().event(envelope.metadata(), trace);
        return pipeline.run(envelope, context(trace)).flatMap(reply -> {
            call.notes().outcome(reply.result().name());
            return reply.status() == 204 ? Mono.<Void>empty() : Mono.error(new NotAcknowledged(reply));
        });
    }

    /** A batch or a foreign format can never work, nor can an oversized event: all are answered so that nobody retries. */
    private static EventReply refused(DecodedEvent.Invalid invalid) {
        int status = invalid.failure().status();
        byte[] body = EventReply.problem(status, invalid.code(), invalid.detail());
        return new EventReply(status, body, InboxMetrics.Delivery.POISON, null);
    }

    private static NotAcknowledged later(Throwable error) {
        byte[] body = EventReply.problem(503, "DEPENDENCY_UNAVAILABLE", DatabaseFailures.describe(error));
        return new NotAcknowledged(new EventReply(503, body, InboxMetrics.Delivery.RETRY, error));
    }

    private static Trace continued(Trace delivery, EventMetadata event) {
        Trace trace = delivery.withCorrelation(event.correlationId());
        String parent = event.traceparent();
        if (parent == null || !TraceHeaders.isTraceparent(parent)) {
            return trace;
        }
        boolean sampled = (parent.charAt(54) & 1) == 1;
        return trace.continuing(parent.substring(3, 35), parent.substring(36, 52), sampled, event.tracestate());
    }

    private static TraceContext context(Trace trace) {
        return new TraceContext(trace.traceparent(), trace.tracestate());
    }

    /** JSON is UTF-8 (RFC 8259, 8.1): the parser alone would take UTF-16 and over-long sequences too. */
    private static @Nullable JsonNode parse(byte[] body) {
        try {
            return body.length == 0
                    ? null
                    : Json.mapper()
                            .readTree(StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(body))
                                    .toString());
        } catch (CharacterCodingException e) {
            throw malformed("it is not UTF-8");
        } catch (JacksonException e) {
            throw malformed(problem(e));
        }
    }

    private static Refused malformed(String problem) {
        return new Refused(Rejection.of(
                Rejection.Kind.INVALID, "MALFORMED_BODY", "The body is not well-formed JSON: " + problem + "."));
    }

    /** Where, never what: the parser's own message repeats the input. */
    private static String problem(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "it goes beyond a limit (32 levels, 64 digits in a number, 50 000 characters in a name)";
        }
        return e.getLocation() == null
                ? "unreadable"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static Call call(Message<byte[]> message) {
        return Objects.requireNonNull((CallMessage) message).call();
    }
}
