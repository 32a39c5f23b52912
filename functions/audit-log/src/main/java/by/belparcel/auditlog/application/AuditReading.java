package by.belparcel.auditlog.application;

import by.belparcel.auditlog.model.AuditEntry;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Times;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads from any event what is to be remembered: its payload names people, places and times alike in all types. */
final class AuditReading {

    private static final List<String> IDS = List.of(
            "pvz_order_id",
            "external_ref",
            "order_id",
            "pvz_id",
            "batch_id",
            "ticket_id",
            "import_id",
            "verification_id");

    private AuditReading() {}

    static AuditEntry of(DomainEvent event, EventMetadata metadata) {
        JsonNode payload = Json.mapper().valueToTree(event);
        return new AuditEntry(
                metadata.id(),
                event.type().shortName(),
                occurredAt(payload).orElse(metadata.time()),
                metadata.actor(),
                actors(payload, metadata.actor()),
                event.aggregateId(),
                metadata.sequence(),
                targets(payload, event.aggregateId()),
                text(payload, "/pvz_id"),
                text(payload, "/order/status"),
                metadata.correlationId(),
                Json.mapper().writeValueAsString(payload));
    }

    private static Optional<Instant> occurredAt(JsonNode payload) {
        return Stream.of("/timestamp", "/at")
                .map(where -> payload.at(where).asString(""))
                .flatMap(text -> Times.parse(text).stream())
                .findFirst();
    }

    /** {@code pvz_worker:w1} is found as such and as {@code w1}; what the payload says of its actor counts as well. */
    private static List<String> actors(JsonNode payload, String actor) {
        Set<String> names = new LinkedHashSet<>(List.of(actor, actor.substring(actor.indexOf(':') + 1)));
        String id = text(payload, "/actor/id");
        if (id != null) {
            names.add(id);
            names.add(payload.at("/actor/type").asString("") + ':' + id);
        }
        return List.copyOf(names);
    }

    private static List<String> targets(JsonNode payload, String aggregate) {
        Set<String> ids = new LinkedHashSet<>(List.of(aggregate));
        IDS.forEach(field -> add(ids, payload, '/' + field));
        // what is missing leaves no fact of its own
        payload.at("/missing").valueStream().forEach(parcel -> add(ids, parcel, "/order_id"));
        return List.copyOf(ids);
    }

    private static void add(Set<String> ids, JsonNode payload, String where) {
        String id = text(payload, where);
        if (id != null) {
            ids.add(id);
        }
    }

    private static @Nullable String text(JsonNode payload, String where) {
        JsonNode node = payload.at(where);
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }
}
