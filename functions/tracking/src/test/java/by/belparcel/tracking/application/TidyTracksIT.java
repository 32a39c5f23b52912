package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Partitions are there before they are needed; old positions become simplified tracks. */
class TidyTracksIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        harness = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());
    }

    private static long partitions() {
        return POSTGRES.database()
                .number("select count(*) from pg_inherits where inhparent = 'tracking.position'::regclass");
    }

    @Test
    void makesPartitionsAheadAndIsHarmlessTwice() {
        POSTGRES.database()
                .execute("select tracking.drop_day((now() at time zone 'UTC')::date + d) from generate_series(3, 7) d");
        long before = partitions();

        harness.tick("tidyTracks");
        harness.tick("tidyTracks");

        assertThat(partitions()).isEqualTo(before + 5);
    }

    @Test
    void simplifiesPositionsOlderThan90DaysAndStillShowsTheTrack() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        Instant day = bed.now().minus(Duration.ofDays(92));
        POSTGRES.database()
                .execute("select tracking.make_day((?::timestamptz at time zone 'UTC')::date)", day.toString());
        POSTGRES.database().execute("""
                        insert into tracking.position (trip_id, carrier_id, device_time, received_time, fix_seq, lat, lng, accuracy_m)
                        select ?, ?, date_trunc('day', ?::timestamptz at time zone 'UTC') at time zone 'UTC' + n * interval '30 s',
                               now(), n, 53.9 + n * 0.001, 27.5, 5 from generate_series(0, 100) n
                        """, bed.trip(), bed.carrier(), day.toString());
        long before = partitions();

        harness.tick("tidyTracks");

        assertThat(partitions()).isEqualTo(before - 1);
        HttpReply track = harness.query("getTrack")
                .as(Principals.operator())
                .path("id", bed.trip())
                .query("from", day.minus(Duration.ofDays(2)).toString())
                .query("to", day.plus(Duration.ofDays(2)).toString())
                .send();
        assertThat(track.json().get("count").asInt()).isEqualTo(2);
        assertThat(track.json().get("points").get(1).get("lat").asDouble()).isEqualTo(54.0);
    }

    @Test
    void forgetsRefusedFixesAfter14Days() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.reports(bed.fix(0.1, -600));
        bed.reports(bed.fix(0.1, -700));
        POSTGRES.database()
                .execute(
                        "update tracking.rejected_fix set at = now() - interval '15 days' where carrier_id = ? and fix_seq = 1",
                        bed.carrier());

        harness.tick("tidyTracks");

        assertThat(bed.rejected()).hasSize(1);
    }
}
