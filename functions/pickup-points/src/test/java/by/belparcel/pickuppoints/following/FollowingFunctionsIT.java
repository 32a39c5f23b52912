package by.belparcel.pickuppoints.following;

import static by.belparcel.pickuppoints.BatchScene.NOW;
import static by.belparcel.pickuppoints.BatchScene.id;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.OrderState;
import by.belparcel.pickuppoints.BatchScene;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function that follows others keeps the contract: duplicates, crashes, cancellation, unreadable and redriven events. */
@ParameterizedClass
@MethodSource("functions")
class FollowingFunctionsIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final BatchScene scene = BatchScene.at(POSTGRES.database());
    private final Arranged arranged;

    /** @param arrange makes the state in which the event has an effect */
    record Arranged(String function, Function<BatchScene, DomainEvent> arrange) {

        @Override
        public String toString() {
            return function;
        }
    }

    FollowingFunctionsIT(Arranged arranged) {
        this.arranged = arranged;
    }

    static Stream<Arranged> functions() {
        return Stream.of(
                new Arranged("announceParcelsOnOrderBatched", scene -> scene.batched(id(), id(), 2)),
                new Arranged("dropParcelsOnOrderCancelled", FollowingFunctionsIT::cancelled),
                new Arranged(
                        "rememberDestinationOnBatchClosed",
                        scene -> BatchScene.closed(
                                id(), DestinationType.PVZ, scene.counter().pvz())),
                new Arranged("expectParcelsOnBatchPickedUp", FollowingFunctionsIT::pickedUp),
                new Arranged("rememberBatchOnBatchDelivered", scene -> scene.delivered(id())),
                new Arranged("repointParcelsOnBatchSplit", FollowingFunctionsIT::split),
                new Arranged("adoptPointOnReferenceUpdated", FollowingFunctionsIT::reference),
                new Arranged("remindOnTimer", scene -> timer(scene, "pvz.storage-reminder", Duration.ofDays(6))),
                new Arranged("expireOnTimer", scene -> timer(scene, "pvz.storage-expiry", Duration.ofDays(8))));
    }

    private static DomainEvent cancelled(BatchScene scene) {
        String order = scene.aDeliveredBatch(1).get(1);
        return new OrderEvent.Cancelled(order, "SHOP", "shop:s", OrderState.IN_TRANSIT, NOW);
    }

    private static DomainEvent pickedUp(BatchScene scene) {
        String batch = id();
        String order = id();
        scene.announce(order, batch, 2);
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
        return BatchScene.pickedUp(batch, List.of(order), List.of());
    }

    private static DomainEvent split(BatchScene scene) {
        String batch = id();
        String order = id();
        scene.announce(order, batch, 1);
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
        scene.pickUp(batch, List.of(order), List.of());
        return new BatchEvent.Split(batch, List.of(new BatchPart(id(), List.of(order))), NOW);
    }

    private static DomainEvent reference(BatchScene scene) {
        Map<String, Object> state = Map.of(
                "code", "F-" + id().substring(0, 8), "lat", 53.9, "lng", 27.5, "is_hub", false, "status", "OPEN");
        return new PlatformEvent.ReferenceUpdated("pvz", id(), 1, List.of(), state, NOW);
    }

    private static DomainEvent timer(BatchScene scene, String kind, Duration later) {
        long number = scene.counter().accepted();
        scene.counter().age(number, later);
        return new PlatformEvent.TimerFired(id(), kind, scene.counter().pvz(), NOW, NOW);
    }

    @Override
    protected FunctionHarness harness() {
        return scene.harness();
    }

    @Override
    protected String function() {
        return arranged.function();
    }

    @Override
    protected DomainEvent arrange() {
        return arranged.arrange().apply(scene);
    }
}
