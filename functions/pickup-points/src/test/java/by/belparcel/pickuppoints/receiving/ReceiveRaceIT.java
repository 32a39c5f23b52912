package by.belparcel.pickuppoints.receiving;

import static by.belparcel.pickuppoints.BatchScene.lines;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.pickuppoints.BatchScene;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several terminals receive the same parcels at the same time. */
class ReceiveRaceIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private BatchScene scene;
    private String batch;
    private List<String> orders;

    @BeforeEach
    void aBatchStandsHere() {
        scene = BatchScene.at(POSTGRES.database());
        List<String> ids = scene.aDeliveredBatch(10);
        batch = ids.getFirst();
        orders = ids.subList(1, 11);
    }

    @Test
    void takesABatchOnceThoughManyTerminalsSendIt() {
        List<HttpReply> replies = all(Flux.range(0, 6)
                .map(i -> scene.counter()
                        .at("receiveBatch", batch, Map.of("accepted", lines(orders)))
                        .reply()));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
            assertThat(reply.json().get("accepted")).hasSize(10);
        });
        assertThat(scene.counter().stock()).isEqualTo(10);
        assertThat(scene.harness().emitted(BatchEvent.ReceivedByPvz.TYPE).stream()
                        .filter(event -> event.batchId().equals(batch)))
                .hasSize(1);
    }

    @Test // rows are locked in one order, so nobody waits for ever and no parcel is counted twice
    void takesEachParcelOnceThoughOthersAcceptThemOneByOne() {
        Flux<Mono<HttpReply>> singles = Flux.fromIterable(orders)
                .map(order -> scene.counter()
                        .call("acceptParcel", Map.of("order_id", order))
                        .reply());
        Flux<Mono<HttpReply>> whole = Flux.just(scene.counter()
                .at("receiveBatch", batch, Map.of("accepted", lines(orders)))
                .reply());

        List<HttpReply> replies = all(Flux.concat(singles.take(5), whole, singles.skip(5)));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 409));
        assertThat(scene.counter().stock()).isEqualTo(10);
        assertThat(orders).allSatisfy(order -> assertThat(scene.parcels(order)).containsExactly("ACCEPTED"));
        assertThat(scene.batchState(batch)).isEqualTo("RECEIVED");
    }

    private static List<HttpReply> all(Flux<Mono<HttpReply>> calls) {
        return Objects.requireNonNull(
                calls.flatMap(call -> call, 12).collectList().block(Duration.ofSeconds(20)));
    }
}
