package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.events.EventCatalog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventFlowTest {

    /** Types that no context handles yet, by the reader that the event catalogue names first and that is not built. */
    private static final Map<String, Set<String>> EXTERNAL = Map.of(
            "operator-query",
                    Set.of(
                            "order.authorized",
                            "batch.opened",
                            "batch.reconciled",
                            "handover.box-moved",
                            "trip.reassign-refused",
                            "dlq.redrive-started",
                            "chaos.changed"),
            "notify",
                    Set.of(
                            "order.import-finished",
                            "order.completed",
                            "order.damaged",
                            "order.returned",
                            "pickup-ticket.activated",
                            "pricing.simulation-completed"),
            "audit-log",
                    Set.of(
                            "tracking.link-shared",
                            "tracking.link-revoked",
                            "pricing.ruleset-validated",
                            "pricing.ruleset-published",
                            "pricing.ruleset-retired"),
            // The support view reads the rejected positions from the tables of tracking itself.
            "telemetry", Set.of("tracking.position-rejected"),
            // Their contexts exist, the handlers do not: a gap against the event catalogue, not a decision.
            "missing handlers", Set.of("order.recipient-changed", "pricing.adjusted"));

    /** Reference data has two homes: places and shops, and the carriers. */
    private static final Map<String, Set<String>> SHARED =
            Map.of("reference.updated", Set.of("references", "carriers"));

    /**
     * Contexts that answer each other on purpose: the saga of an order from its placing into the client's hands; pricing,
     * which keeps the price of each order while orders keeps the quotes and rule sets of pricing; and pick-up points, which are
     * edited at the counter and in the reference data alike.
     */
    private static final Set<Set<String>> SAGAS = Set.of(Set.of(
            "orders",
            "payments",
            "pickup-tickets",
            "pricing",
            "batching",
            "trips",
            "carriers",
            "tracking",
            "alerts",
            "pickup-points",
            "references"));

    private final EventFlow flow = new EventFlow();

    @Test // T-27, H-46: nothing is emitted into the void, and the list of exceptions is not longer than needed
    void everyTypeHasAConsumerOrIsExternal() {
        Set<String> unread = EventCatalog.all().stream()
                .filter(type -> flow.consumers(type).isEmpty())
                .map(EventType::shortName)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> external = EXTERNAL.values().stream().flatMap(Set::stream).toList();

        assertThat(external).doesNotHaveDuplicates();
        assertThat(unread).isEqualTo(new TreeSet<>(external));
    }

    @Test // H-46
    void everyTypeHasExactlyOneProducingContext() {
        assertThat(EventCatalog.all())
                .allSatisfy(type -> assertThat(flow.producers(type))
                        .as(type.name())
                        .hasSize(SHARED.getOrDefault(type.shortName(), Set.of("one"))
                                .size()));
        SHARED.forEach((name, contexts) -> assertThat(flow.producers(
                        EventCatalog.find("by.belparcel." + name + ".v1").orElseThrow()))
                .isEqualTo(contexts));
    }

    @Test // T-27
    void contextsAnswerEachOtherInDeclaredSagasOnly() {
        List<String> contexts =
                flow.modules().stream().map(FunctionModule::name).toList();
        Set<Set<String>> circles = contexts.stream()
                .map(context -> contexts.stream()
                        .filter(other -> reachable(context).contains(other)
                                && reachable(other).contains(context))
                        .collect(Collectors.toSet()))
                .filter(circle -> circle.size() > 1)
                .collect(Collectors.toSet());

        assertThat(circles).isEqualTo(SAGAS);
    }

    private SortedSet<String> reachable(String context) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(context));
        while (!open.isEmpty()) {
            flow.next(open.pop()).stream().filter(reached::add).forEach(open::push);
        }
        return reached;
    }
}
