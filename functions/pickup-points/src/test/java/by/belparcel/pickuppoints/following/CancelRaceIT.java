package by.belparcel.pickuppoints.following;

import static by.belparcel.pickuppoints.BatchScene.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.OrderState;
import by.belparcel.pickuppoints.BatchScene;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A cancelled order is not expected, although consumers of one topic know nothing of each other and wake up together. */
class CancelRaceIT {

    private static final int ORDERS = 60;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private BatchScene scene;
    private final String batch = id();
    private final List<String> orders =
            Stream.generate(BatchScene::id).limit(ORDERS).toList();

    @BeforeEach
    void start() {
        scene = BatchScene.at(POSTGRES.database());
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
    }

    @Test // D2: announced and cancelled at once
    void expectsNoOrderThatIsCancelledWhileItIsAnnounced() {
        scene.pickUp(batch, orders, List.of());

        together(Flux.fromIterable(orders)
                .flatMapIterable(order ->
                        List.of(() -> scene.announce(order, batch, 2), () -> scene.cancel(order, OrderState.BATCHED))));

        assertThat(orders).allSatisfy(order -> assertThat(scene.parcels(order)).isEmpty());
    }

    @Test // D2: picked up and cancelled at once
    void expectsNoOrderThatIsCancelledWhileItsBatchIsPickedUp() {
        for (int i = 0; i < 12; i++) {
            String other = id();
            List<String> few = Stream.generate(BatchScene::id).limit(5).toList();
            scene.close(other, DestinationType.PVZ, scene.counter().pvz());
            few.forEach(order -> scene.announce(order, other, 1));

            together(Flux.concat(
                    Flux.just(() -> scene.pickUp(other, few, List.of())),
                    Flux.fromIterable(few).map(order -> () -> scene.cancel(order, OrderState.BATCHED))));

            assertThat(few).allSatisfy(order -> assertThat(scene.parcels(order)).isEmpty());
        }
    }

    private static void together(Flux<Runnable> news) {
        news.flatMap(one -> Mono.fromRunnable(one).subscribeOn(Schedulers.boundedElastic()), 8)
                .blockLast(Duration.ofMinutes(1));
    }
}
