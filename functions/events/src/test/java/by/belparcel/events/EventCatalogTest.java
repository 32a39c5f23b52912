package by.belparcel.events;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class EventCatalogTest {

    /** Domain README 4.3: domain to topic. */
    private static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("pvz-order", "events.pvz"),
            Map.entry("pvz", "events.pvz"),
            Map.entry("parcel", "events.pvz"),
            Map.entry("order", "events.order"),
            Map.entry("payment", "events.payment"),
            Map.entry("pickup-ticket", "events.pickup_ticket"),
            Map.entry("batch", "events.batch"),
            Map.entry("trip", "events.trip"),
            Map.entry("handover", "events.trip"),
            Map.entry("carrier", "events.trip"),
            Map.entry("tracking", "events.trip"),
            Map.entry("alert", "events.platform"),
            Map.entry("pricing", "events.platform"),
            Map.entry("timer", "events.platform"),
            Map.entry("reference", "events.platform"),
            Map.entry("dlq", "events.platform"),
            Map.entry("chaos", "events.platform"));

    /** Types with a topic of their own: the seeds' command topic and the many positions. */
    private static final Map<String, String> APART = Map.of(
            "trip.reassign.requested", "commands.trip.reassign",
            "carrier.location.reported", "events.carrier_location",
            "tracking.position-accepted", "events.carrier_location",
            "tracking.position-rejected", "events.carrier_location");

    private static final Set<String> PERSONAL = Set.of("phone", "email", "name", "address", "code");

    /** Codes of states and of provider answers, as the event catalogue has them. */
    private static final Set<String> ALLOWED = Set.of(
            "by.belparcel.order.status-changed.v1/public_code",
            "by.belparcel.order.missing.v1/note_code",
            "by.belparcel.order.lost.v1/note_code",
            "by.belparcel.order.damaged.v1/note_code",
            "by.belparcel.payment.declined.v1/code",
            "by.belparcel.payment.capture-failed.v1/code",
            "by.belparcel.payment.void-failed.v1/code",
            "by.belparcel.payment.refund-failed.v1/code",
            "by.belparcel.trip.breakdown-reported.v1/note_code",
            "by.belparcel.trip.reassign-refused.v1/code");

    static List<EventType<?>> types() {
        return EventCatalog.all();
    }

    @Test
    void namesAndRecordsAreUnique() {
        assertThat(types()).extracting(EventType::name).doesNotHaveDuplicates();
        assertThat(types()).extracting(type -> (Object) type.payload()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theNameIsReverseDnsWithDomainEventAndMajorVersion(EventType<?> type) {
        assertThat(type.name()).matches("by\\.belparcel(\\.[a-z]+(-[a-z]+)*){2,3}\\.v[1-9][0-9]*");
        assertThat(EventCatalog.find(type.name())).contains(type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTopicIsThatOfTheDomain(EventType<?> type) {
        String domain = type.shortName().substring(0, type.shortName().indexOf('.'));

        assertThat(type.topic()).isEqualTo(APART.getOrDefault(type.shortName(), TOPICS.get(domain)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyPayloadSaysWhenItHappened(EventType<?> type) {
        RecordComponent[] components = type.payload().getRecordComponents();

        assertThat(components).anySatisfy(component -> {
            // The facts of parcels keep the name of their original contract.
            assertThat(component.getName()).isIn("at", "timestamp");
            assertThat(component.getType()).isEqualTo(Instant.class);
            assertThat(PayloadShape.isNullable(component)).isFalse();
        });
    }

    @Test // no phone, e-mail, name, code or address text in any payload
    void noFieldIsNamedAfterPersonalData() {
        TreeSet<String> suspicious = new TreeSet<>();
        for (EventType<?> type : types()) {
            JsonNode schema = SchemaWriter.schema(type);
            Stream.concat(Stream.of(schema), schema.path("$defs").valueStream())
                    .flatMap(object -> object.get("properties").propertyNames().stream())
                    .filter(field -> Stream.of(field.split("_", -1)).anyMatch(PERSONAL::contains))
                    .forEach(field -> suspicious.add(type.name() + "/" + field));
        }

        assertThat(suspicious).isEqualTo(new TreeSet<>(ALLOWED));
    }

    @Test // free content cannot be checked by a schema, so its places are listed
    void freeContentStandsInKnownPlacesOnly() {
        TreeMap<String, Set<String>> free = new TreeMap<>();
        for (EventType<?> type : types()) {
            Set<String> maps = Stream.of(type.payload().getRecordComponents())
                    .filter(component -> component.getType() == Map.class)
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            if (!maps.isEmpty()) {
                free.put(type.shortName(), maps);
            }
        }

        assertThat(free)
                .isEqualTo(Map.of(
                        "reference.updated", Set.of("state"),
                        "pvz.created", Set.of("state"),
                        "pvz.updated", Set.of("state"),
                        "pricing.ruleset-activated", Set.of("content"),
                        "pricing.quoted", Set.of("facts"),
                        "trip.assignment-exhausted", Set.of("reasons"),
                        "trip.completed", Set.of("stats"),
                        "carrier.vehicle-checked", Set.of("items"),
                        "tracking.position-rejected", Set.of("values"),
                        "chaos.changed", Set.of("settings")));
    }
}
