package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Trace;
import by.belparcel.eventing.edge.telemetry.Log;
import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.edge.telemetry.Span;
import by.belparcel.eventing.edge.telemetry.Spans;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.inbox.DatabaseFailures;
import by.belparcel.eventing.inbox.Reply;
import by.belparcel.eventing.outcome.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Metrics, span and log line of a request, all written after its answer. */
final class RequestLog {

    private static final Log LOG = new Log("by.belparcel.edge");

    private final Metrics metrics;
    private final Spans spans;

    RequestLog(Metrics metrics, Spans spans) {
        this.metrics = metrics;
        this.spans = spans;
    }

    Mono<Void> around(Exchange exchange, Mono<Void> answer, Health health) {
        return answer.doFinally(signal -> {
            record(exchange, exchange.response.status().code());
            health.answered();
        });
    }

    /** An error that nobody expected: logged with its stack, answered with a fixed text and the id to find it by. */
    Reply.Refusal unexpected(Exchange exchange, Throwable error) {
        if (DatabaseFailures.isUnavailable(error)) {
            failure(exchange, error, 503);
            return new Reply.Refusal(
                    Rejection.of(
                            Rejection.Kind.UNAVAILABLE,
                            "DEPENDENCY_UNAVAILABLE",
                            "Something needed is not available now."),
                    Map.of());
        }
        failure(exchange, error, 500);
        return new Reply.Refusal(
                Rejection.of(
                        Rejection.Kind.INTERNAL, "INTERNAL_ERROR", "Something went wrong. Please report the trace_id."),
                Map.of());
    }

    void failure(Exchange exchange, Throwable error, int status) {
        exchange.notes.outcome(error.getClass().getSimpleName());
        Map<String, Object> fields = fields(exchange, status);
        LOG.error("request failed", error, fields);
    }

    private void record(Exchange exchange, int status) {
        double seconds = (System.nanoTime() - exchange.startedAt) / 1e9;
        String template = exchange.template();
        if (!(exchange.endpoint instanceof Endpoint.Live) || status >= 400) {
            // How long a connection was open is no response time.
            metrics.observe(
                    "http_server_request_duration_seconds",
                    seconds,
                    "http_request_method",
                    methodOf(exchange),
                    "http_route",
                    template,
                    "http_response_status_code",
                    Integer.toString(status));
        }
        if (exchange.endpoint instanceof Endpoint.Command command) {
            metrics.count("belparcel_commands_total", "command", command.function(), "outcome", outcome(status));
            metrics.observe("belparcel_command_duration_seconds", seconds, "command", command.function());
        }
        if (spans.isOn()) {
            spans.add(span(exchange, status, template));
        }
        if (LOG.isInfoOn()) {
            Map<String, Object> fields = fields(exchange, status);
            fields.put("duration_ms", Math.round(seconds * 1e5) / 100.0);
            LOG.info("request", fields);
        }
    }

    private static Map<String, Object> fields(Exchange exchange, int status) {
        Trace trace = exchange.notes.trace();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("function", exchange.endpoint == null ? "none" : exchange.endpoint.function());
        fields.put("trace_id", trace.traceId());
        fields.put("span_id", trace.spanId());
        fields.put("correlation_id", trace.correlationId());
        fields.put("method", methodOf(exchange));
        fields.put("path", exchange.template());
        fields.put("status_code", status);
        EventMetadata event = exchange.notes.event();
        if (event != null) {
            fields.put("event_id", event.id());
            fields.put("event_type", event.type());
            fields.put("aggregate_id", event.partitionKey());
        }
        if (exchange.notes.actor() != null) {
            fields.put("actor", exchange.notes.actor());
        }
        if (exchange.notes.outcome() != null) {
            fields.put("outcome", exchange.notes.outcome());
        }
        return fields;
    }

    private static Span span(Exchange exchange, int status, String template) {
        EventMetadata event = exchange.notes.event();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("http.request.method", methodOf(exchange));
        attributes.put("http.route", template);
        attributes.put("http.response.status_code", Integer.toString(status));
        attributes.put("belparcel.correlation_id", exchange.notes.trace().correlationId());
        if (exchange.endpoint != null) {
            attributes.put("faas.name", exchange.endpoint.function());
            attributes.put("faas.trigger", exchange.isEvent() ? "pubsub" : "http");
        }
        if (event != null) {
            attributes.put("cloudevents.event_id", event.id());
            attributes.put("cloudevents.event_type", event.type());
            attributes.put("cloudevents.event_source", event.source());
            attributes.put("messaging.system", "kafka");
            attributes.put("messaging.operation.type", "process");
        }
        return new Span(
                event == null ? methodOf(exchange) + " " + template : "process " + event.type(),
                event == null ? Span.Kind.SERVER : Span.Kind.CONSUMER,
                exchange.notes.trace(),
                exchange.startedMillis * 1_000_000L,
                exchange.startedMillis * 1_000_000L + (System.nanoTime() - exchange.startedAt),
                attributes,
                status >= 500);
    }

    private static String outcome(int status) {
        if (status < 300) {
            return "ok";
        }
        return status < 500 ? "refused" : "failed";
    }

    /** A made-up method must not become a label. */
    private static String methodOf(Exchange exchange) {
        return switch (exchange.method()) {
            case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> exchange.method();
            default -> "_OTHER";
        };
    }
}
