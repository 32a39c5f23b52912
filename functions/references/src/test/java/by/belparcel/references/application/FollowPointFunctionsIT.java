package by.belparcel.references.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PvzEvent;
import by.belparcel.references.ReferencesFunctions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function that follows points keeps the contract: duplicates, crashes, cancellation, unreadable and redriven events. */
@ParameterizedClass
@MethodSource("functions")
class FollowPointFunctionsIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references");

    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    private final FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new ReferencesFunctions());
    private final Arranged arranged;

    /** @param event about the point of this id */
    record Arranged(String function, boolean known, Function<String, DomainEvent> event) {

        @Override
        public String toString() {
            return function;
        }
    }

    FollowPointFunctionsIT(Arranged arranged) {
        this.arranged = arranged;
    }

    static Stream<Arranged> functions() {
        return Stream.of(
                new Arranged("addPointOnPvzCreated", false, id -> new PvzEvent.Created(id, 1, state(id, 100), AT)),
                new Arranged(
                        "editPointOnPvzUpdated",
                        true,
                        id -> new PvzEvent.Updated(id, 2, List.of("capacity_parcels"), state(id, 200), AT)),
                new Arranged("suspendPointOnPvzSuspended", true, id -> new PvzEvent.Suspended(id, null, "water", AT)),
                new Arranged("closePointOnPvzClosed", true, id -> new PvzEvent.Closed(id, "lease", AT)),
                new Arranged("openPointOnPvzResumed", true, id -> new PvzEvent.Resumed(id, AT)));
    }

    private static Map<String, Object> state(String id, int capacity) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "code",
                "F-" + id.substring(0, 8),
                "lat",
                53.9,
                "lng",
                27.5,
                "is_hub",
                false,
                "max_parcel_g",
                30_000,
                "services",
                List.of("issue"),
                "status",
                "OPEN"));
        state.put("capacity_parcels", capacity);
        return state;
    }

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return arranged.function();
    }

    @Override
    protected long sequence() {
        return arranged.known() ? 2 : 1;
    }

    @Override
    protected DomainEvent arrange() {
        String id = UUID.randomUUID().toString();
        if (arranged.known()) {
            harness.event("addPointOnPvzCreated", new PvzEvent.Created(id, 1, state(id, 100), AT), 1);
            POSTGRES.database()
                    .execute(
                            "update \"references\".pvz set status = ? where id = ?::uuid",
                            arranged.function().startsWith("open") ? "SUSPENDED" : "OPEN",
                            id);
        }
        return arranged.event().apply(id);
    }
}
