package by.belparcel.pickuppoints.counter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Times have milliseconds (domain README 4.2, pickup-points.md 2.3 rule 9): in answers, in facts and where they are compared. */
class MillisecondsIT {

    private static final String FINER = "(?s).*\\.[0-9]{4,}Z.*";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    @Test
    void cutsAFinerDeadlineToTheMillisecond() {
        Instant until = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> body = CounterScene.body(CounterScene.number());
        body.put("storage_until", until.plusNanos(123_999_999).toString());

        HttpReply reply = scene.accept(body);

        assertThat(reply.text("order/storage_until"))
                .isEqualTo(until.plusMillis(123).toString());
    }

    @Test
    void tellsNoFinerTime() {
        long number = scene.issued();
        HttpReply back = scene.takeBack("123", number);
        long gone = scene.accepted();
        scene.age(gone, Duration.ofDays(8));
        HttpReply reply = scene.at("returnParcelToCourier", gone, Map.of()).send();

        assertThat(reply.json().toString()).contains("accepted_at").doesNotMatch(FINER);
        assertThat(back.json().toString()).doesNotMatch(FINER);
        assertThat(scene.events(number))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.json().toString())
                        .contains("timestamp")
                        .doesNotMatch(FINER));
        assertThat(scene.database().rows("""
                select accepted_at, storage_until, issued_at, created_at, updated_at from pickup_points.parcel
                where external_ref = ? and (accepted_at, issued_at, updated_at) is distinct from (
                    date_trunc('milliseconds', accepted_at), date_trunc('milliseconds', issued_at),
                    date_trunc('milliseconds', updated_at))
                """, number)).isEmpty();
    }
}
