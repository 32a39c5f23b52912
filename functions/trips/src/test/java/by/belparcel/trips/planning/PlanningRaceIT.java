package by.belparcel.trips.planning;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.trips.TripFixture;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Batches of one origin that are closed at the same time. */
class PlanningRaceIT {

    private static final int BATCHES = 40;
    private static final int AT_ONCE = 6;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    @Test // D8 for trips: no batch is lost, none is in two trips
    void putsEveryBatchIntoExactlyOneTrip() {
        TripFixture trips = TripFixture.at(POSTGRES.database());
        List<String> points = POSTGRES.database()
                .texts("select id::text from trips.place where code like 'MSQ-%' and status = 'OPEN'");
        Random random = new Random(7);
        List<String> batches =
                IntStream.range(0, BATCHES).mapToObj(i -> TripFixture.id()).toList();

        List<EventReply> replies = Objects.requireNonNull(Flux.fromIterable(batches)
                .flatMap(
                        batch -> {
                            String point = points.get(random.nextInt(points.size()));
                            return Mono.fromCallable(() -> trips.close(trips.closed(batch, point, 2)))
                                    .subscribeOn(Schedulers.boundedElastic());
                        },
                        AT_ONCE)
                .collectList()
                .block());

        assertThat(replies).allMatch(reply -> reply.status() == 204);
        assertThat(POSTGRES.database().rows("""
                select b ->> 'id', count(*) from trips.trip, jsonb_array_elements(batches) b
                where origin_id = ?::uuid group by 1
                """, trips.origin()))
                .hasSize(BATCHES)
                .allMatch(row -> row.getLast().equals("1"));
        assertThat(POSTGRES.database().rows("""
                select b.id from trips.batch b join trips.trip t on t.id = b.trip_id
                where t.origin_id = ?::uuid and t.batches @> jsonb_build_array(jsonb_build_object('id', b.id::text))
                """, trips.origin())).hasSize(BATCHES);
        // a call for every batch, in its own trip
        assertThat(POSTGRES.database().number("""
                select count(*) from trips.trip t, jsonb_array_elements(t.stops) s, jsonb_array_elements_text(s -> 'batch_ids') b
                where t.origin_id = ?::uuid and s ->> 'type' = 'PVZ'
                """, trips.origin())).isEqualTo(BATCHES);
    }
}
