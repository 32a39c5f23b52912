package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links to follow one order. */
class SharedOrderIT extends CommandHandlerContract {

    private static final Ids IDS = new Ids();

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        harness = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());
    }

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "shareOrder";
    }

    @Override
    protected Principal caller() {
        return Principals.shop("s1");
    }

    @Override
    protected Object body() {
        return Map.of("ttl_s", 3600);
    }

    @Override
    protected Object otherBody() {
        return Map.of("ttl_s", 7200);
    }

    @Override
    protected Map<String, String> arrange() {
        return Map.of("id", order(TrackingBed.onTheRoad(harness)));
    }

    /** An order on the road to the pick-up point of the trip. */
    private static String order(TrackingBed bed) {
        String order = IDS.next();
        bed.does(
                "recordParcelOnOrderBatched",
                new OrderEvent.Batched(
                        order, "b-" + order, "BY-1", "s1", bed.pvz(), null, null, null, null, null, bed.now()),
                4);
        POSTGRES.database()
                .execute("update tracking.trip set batch_ids = array[?] where trip_id = ?", "b-" + order, bed.trip());
        bed.does("loadParcelOnBatchOrderAdded", new BatchEvent.OrderAdded("b-" + order, order, 1, 1, 1, bed.now()), 1);
        status(bed, order, OrderState.IN_TRANSIT, 5);
        return order;
    }

    private static void status(TrackingBed bed, String order, OrderState to, long version) {
        bed.does(
                "recordParcelOnOrderStatusChanged",
                new OrderEvent.StatusChanged(order, OrderState.BATCHED, to, to.publicCode(), null, bed.now()),
                version);
    }

    private static HttpReply share(String order, Principal caller, long ttl) {
        return harness.command("shareOrder")
                .as(caller)
                .path("id", order)
                .body(Map.of("ttl_s", ttl))
                .send();
    }

    private static HttpReply follow(HttpReply shared) {
        String url = shared.json().get("url").asString();
        return harness.query("followLink")
                .path("token", url.substring("/track/".length()))
                .send();
    }

    private static HttpReply revoke(String order, HttpReply shared) {
        return harness.command("revokeLink")
                .as(Principals.shop("s1"))
                .path("id", order)
                .path("link_id", shared.json().get("link_id").asString())
                .send();
    }

    private static void expects(TrackingBed bed) {
        POSTGRES.database()
                .execute("update tracking.trip set eta_at = now() + interval '1 hour' where trip_id = ?", bed.trip());
    }

    @Test // rounded to 3 decimals and a minute late
    void showsAStrangerRoughlyWhereTheParcelWas() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        String order = order(bed);
        bed.reports(bed.fix(0.1234, 90));
        bed.reports(bed.fix(0.13, 10));
        expects(bed);

        HttpReply seen = follow(share(order, Principals.shop("s1"), 3600));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().get("lat").asDouble()).isEqualTo(53.941);
        assertThat(seen.json().get("lng").asDouble()).isEqualTo(27.676);
        assertThat(seen.json().get("status").asString()).isEqualTo("in_transit");
        assertThat(seen.json().get("next").asBoolean()).isFalse();
        assertThat(seen.json().has("carrier_id")).isFalse();
        assertThat(seen.json().has("eta_at"))
                .as("that is when it comes to somebody else")
                .isFalse();
    }

    @Test // unless next stop
    void showsThePresentPlaceWhenTheParcelsStopIsTheNext() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        String order = order(bed);
        bed.reports(bed.fix(0.9, 10));
        POSTGRES.database().execute("update tracking.trip set next_stop = 2 where trip_id = ?", bed.trip());
        expects(bed);

        HttpReply seen = follow(share(order, Principals.shop("s1"), 3600));

        assertThat(seen.json().get("next").asBoolean()).isTrue();
        assertThat(seen.json().get("lat").asDouble()).isEqualTo(54.197);
        assertThat(seen.json().get("eta_at").asString()).isNotEmpty();
    }

    @Test // hidden when older than 15 min
    void hidesAnOldPlace() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        String order = order(bed);
        bed.reports(bed.fix(0.1, 901));

        HttpReply seen = follow(share(order, Principals.shop("s1"), 3600));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().has("lat")).isFalse();
    }

    @Test
    void showsNothingAfterTheLinkIsRevokedOrOver() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        String order = order(bed);
        HttpReply revoked = share(order, Principals.shop("s1"), 3600);
        HttpReply over = share(order, Principals.operator(), 60);
        POSTGRES.database()
                .execute(
                        "update tracking.share_link set expires_at = now() where link_id = ?",
                        over.json().get("link_id").asString());

        assertThat(revoke(order, revoked).status()).isEqualTo(204);
        assertThat(revoke(order, revoked).status()).isEqualTo(204);

        assertThat(follow(revoked).status()).isEqualTo(404);
        assertThat(follow(over).code()).isEqualTo("LINK_NOT_FOUND");
        assertThat(harness.emitted(TrackingEvent.LinkRevoked.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        String order = order(TrackingBed.onTheRoad(harness));
        String token = share(order, Principals.shop("s1"), 3600)
                .json()
                .get("url")
                .asString()
                .substring(7);

        assertThat(POSTGRES.database()
                        .number("select count(*) from tracking.share_link l where l::text like '%' || ? || '%'", token))
                .isZero();
    }

    @Test
    void refusesLongLinksFinalOrdersAndForeignShops() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        String order = order(bed);

        assertThat(share(order, Principals.shop("s1"), 48 * 3600 + 1).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(share(order, Principals.shop("s2"), 3600).status()).isEqualTo(404);
        assertThat(share(order, Principals.carrier(bed.carrier()), 3600).status())
                .isEqualTo(403);
        assertThat(share(IDS.next(), Principals.operator(), 3600).code()).isEqualTo("ORDER_NOT_FOUND");
        status(bed, order, OrderState.ISSUED, 9);
        status(bed, order, OrderState.IN_TRANSIT, 6);
        HttpReply last = share(order, Principals.shop("s1"), 3600);
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.code()).isEqualTo("INVALID_STATE");
    }

    @Test
    void followsAnOrderIntoTheChildOfASplitBatch() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        String order = order(bed);
        BatchPart child = new BatchPart("child", List.of(order));
        bed.does("reloadParcelsOnBatchSplit", new BatchEvent.Split("b-" + order, List.of(child), bed.now()), 3);
        bed.does(
                "unloadParcelOnBatchOrderRemoved",
                new BatchEvent.OrderRemoved("b-" + order, order, 0, 0, 0, "split", bed.now()),
                4);

        assertThat(POSTGRES.database().text("select batch_id from tracking.parcel where order_id = ?", order))
                .isEqualTo("child");
    }
}
