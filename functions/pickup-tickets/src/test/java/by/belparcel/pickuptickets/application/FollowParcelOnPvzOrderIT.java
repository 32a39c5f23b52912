package by.belparcel.pickuptickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.EventRunner;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.pickuptickets.Desk;
import by.belparcel.pickuptickets.PvzNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** The ticket follows the parcels, in whatever order the news of them comes. */
class FollowParcelOnPvzOrderIT extends EventHandlerContract {

    private static final String ACCEPTED = "activatePickupTicketOnPvzOrderAccepted";
    private static final String ISSUED = "redeemPickupTicketOnPvzOrderIssued";
    private static final String REFUSED = "followPickupTicketOnPvzOrderRefused";
    private static final String EXPIRED = "expirePickupTicketOnStorageExpired";
    private static final String EXTENDED = "reactivatePickupTicketOnStorageExtended";
    private static final String RETURNED = "revokePickupTicketOnReturnedToCourier";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return desk.harness();
    }

    @Override
    protected String function() {
        return ACCEPTED;
    }

    @Override
    protected DomainEvent arrange() {
        return PvzNews.of(desk.issued(), 1).accepted(1);
    }

    private void tell(String function, DomainEvent event, long version) {
        assertThat(harness().event(function, event, version).result()).isEqualTo(Delivery.APPLIED);
    }

    private List<PickupTicketEvent.Activated> activations(String order) {
        return harness().emitted(PickupTicketEvent.Activated.TYPE).stream()
                .filter(e -> e.orderId().equals(order))
                .toList();
    }

    @Test // 3.1: the last parcel
    void activatesWithTheLastParcelOnly() {
        String order = desk.issued();
        PvzNews news = PvzNews.of(order, 2);

        tell(ACCEPTED, news.accepted(2), 2);
        assertThat(desk.state(order)).isEqualTo("ISSUED");
        tell(ACCEPTED, news.accepted(2), 2);
        assertThat(desk.state(order)).isEqualTo("ISSUED");
        tell(ACCEPTED, news.accepted(1), 2);

        assertThat(desk.state(order)).isEqualTo("ACTIVE");
        assertThat(desk.code(order)).matches("[0-9]{6}");
        assertThat(activations(order)).singleElement().satisfies(e -> {
            assertThat(e.pvzId()).isEqualTo(PvzNews.PVZ);
            assertThat(e.validUntil()).isEqualTo(news.storageUntil());
        });
    }

    @Test // D15: the news of all parcels meet at the row of the ticket
    void activatesOnceWhenAllParcelsAreHeardOfAtTheSameTime() {
        EventRunner runner = EventRunner.of(harness(), ACCEPTED);
        for (int round = 0; round < 10; round++) {
            String order = desk.issued();
            PvzNews news = PvzNews.of(order, 8);

            Flux.range(1, 8)
                    .map(no -> TestEvents.envelope(news.accepted(no), 2))
                    .flatMap(runner::run, 8)
                    .doOnNext(reply -> assertThat(reply.status()).isEqualTo(204))
                    .blockLast(Duration.ofSeconds(30));

            assertThat(desk.state(order)).isEqualTo("ACTIVE");
            assertThat(activations(order)).hasSize(1);
        }
    }

    @Test // I3
    void isRedeemedByTheLastIssuedParcelOnce() {
        String order = desk.issued();
        PvzNews news = PvzNews.of(order, 2);
        tell(ACCEPTED, news.accepted(1), 2);
        tell(ACCEPTED, news.accepted(2), 2);

        tell(ISSUED, news.issued(1), 3);
        assertThat(desk.state(order)).isEqualTo("ACTIVE");
        tell(ISSUED, news.issued(2), 3);
        tell(ISSUED, news.issued(2), 3);

        assertThat(desk.state(order)).isEqualTo("REDEEMED");
        assertThat(harness().emitted(PickupTicketEvent.Redeemed.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
    }

    @Test // D15: news of one parcel in the wrong order
    void endsTheSameWhenTheIssueIsHeardOfFirst() {
        String order = desk.issued();
        PvzNews news = PvzNews.of(order, 1);

        tell(ISSUED, news.issued(1), 3);
        tell(ACCEPTED, news.accepted(1), 2);

        assertThat(desk.state(order)).isEqualTo("REDEEMED");
        assertThat(activations(order)).isEmpty();
    }

    @Test // 3.1: partial issue
    void isRedeemedWhenTheRestWasRefused() {
        String order = desk.issued();
        PvzNews news = PvzNews.of(order, 2);
        tell(ACCEPTED, news.accepted(1), 2);
        tell(ACCEPTED, news.accepted(2), 2);
        tell(REFUSED, news.refused(2), 3);

        tell(ISSUED, news.issued(1), 3);

        assertThat(desk.state(order)).isEqualTo("REDEEMED");
    }

    @Test // 3.1: back to ACTIVE on extension
    void expiresWithTheStorageAndComesBackWithTheSameCode() {
        String order = desk.issued();
        PvzNews news = PvzNews.of(order, 1);
        tell(ACCEPTED, news.accepted(1), 2);
        String code = desk.code(order);

        tell(EXPIRED, news.expired(1), 3);
        assertThat(desk.state(order)).isEqualTo("EXPIRED");
        tell(EXTENDED, news.extended(1, Instant.now().plus(Duration.ofDays(9))), 4);
        tell(EXPIRED, news.expired(1), 3);

        assertThat(desk.state(order)).isEqualTo("ACTIVE");
        assertThat(desk.code(order)).isEqualTo(code);
        assertThat(activations(order)).hasSize(2);
        assertThat(harness().emitted(PickupTicketEvent.Expired.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
    }

    @Test // 3.1
    void isRevokedWhenTheParcelsGoBack() {
        String order = desk.issued();
        PvzNews news = PvzNews.of(order, 1);
        tell(ACCEPTED, news.accepted(1), 2);
        tell(REFUSED, news.refused(1), 3);
        assertThat(desk.state(order)).isEqualTo("ACTIVE");

        tell(RETURNED, news.returned(1, ReturnCause.REFUSED), 4);

        assertThat(desk.state(order)).isEqualTo("REVOKED");
        assertThat(harness().emitted(PickupTicketEvent.Revoked.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .extracting(PickupTicketEvent.Revoked::reason)
                .containsExactly("ORDER_RETURNED");
    }

    @Test
    void staysRedeemedWhenTheClientBroughtTheParcelBack() {
        String order = desk.issued();
        PvzNews news = PvzNews.of(order, 1);
        tell(ACCEPTED, news.accepted(1), 2);

        tell(RETURNED, news.returned(1, ReturnCause.CLIENT_RETURN), 5);
        tell(ISSUED, news.issued(1), 3);

        assertThat(desk.state(order)).isEqualTo("REDEEMED");
    }

    @Test // 3.1: the money of a lost order goes back as a whole, so none of its parcels may be collected
    void isRevokedWhenAnyParcelOfTheOrderIsLost() {
        String whole = desk.issued();
        String half = desk.issued();
        tell(ACCEPTED, PvzNews.of(half, 2).accepted(1), 2);

        tell("revokePickupTicketOnOrderLost", lost(whole, null), 9);
        tell("revokePickupTicketOnOrderLost", lost(half, 2), 9);
        assertThat(harness()
                        .event("revokePickupTicketOnOrderLost", lost(half, 1), 9)
                        .result())
                .isEqualTo(Delivery.IGNORED);
        tell(ACCEPTED, PvzNews.of(half, 2).accepted(2), 2);

        assertThat(desk.state(whole)).isEqualTo("REVOKED");
        assertThat(desk.state(half)).isEqualTo("REVOKED");
    }

    @Test
    void isNothingToParcelsWithoutAnOrder() {
        PvzOrderEvent.Accepted known = PvzNews.of(Desk.newId(), 1).accepted(1);
        PvzOrderEvent.Accepted foreign = new PvzOrderEvent.Accepted(
                known.pvzOrderId(),
                7L,
                null,
                1,
                known.pvzId(),
                known.eventId(),
                known.eventType(),
                known.timestamp(),
                known.actor(),
                known.order(),
                known.source(),
                null,
                known.packaging(),
                1,
                known.price(),
                known.surcharge(),
                known.total(),
                known.storageUntil(),
                null,
                "COURIER",
                1,
                null);

        assertThat(harness().event(ACCEPTED, foreign, 1).result()).isEqualTo(Delivery.IGNORED);
    }

    private static OrderEvent.Lost lost(String order, @org.jspecify.annotations.Nullable Integer parcel) {
        return new OrderEvent.Lost(order, parcel, null, PvzNews.PVZ, null, Instant.now());
    }
}
