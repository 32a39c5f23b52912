package by.belparcel.orders;

import static by.belparcel.orders.OrderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.ParcelRef;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The round trips that the README names. A change that costs one more must change it there, too. */
class RoundTripsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test
    void placesAnOrderInThreeAndTheFirstOfAShopInFour() {
        CommandHandler<?, ?> handler = command("placeOrder").handler().apply(harness.services());

        assertThat(command("placeOrder", handler, OrderFixture.anOrder(), Map.of()))
                .isEqualTo(4);
        assertThat(command("placeOrder", handler, OrderFixture.anOrder(), Map.of()))
                .isEqualTo(3);
    }

    @Test
    void cancelsInThreeAndASecondTimeInOne() {
        CommandHandler<?, ?> handler = command("cancelOrder").handler().apply(harness.services());
        Map<String, String> path = Map.of("id", OrderFixture.aCreatedOrder(harness));
        JsonNode body = OrderFixture.anOrder().objectNode().put("reason_code", "OTHER");

        assertThat(command("cancelOrder", handler, body, path)).isEqualTo(3);
        assertThat(command("cancelOrder", handler, body, path)).isEqualTo(1);
    }

    @Test
    void authorizesInFourAndConfirmsInThree() {
        String id = OrderFixture.aCreatedOrder(harness);
        var authorized = new PaymentEvent.Authorized(
                UUID.randomUUID().toString(), id, Money.byn(1), PaymentMethod.CARD_PREPAID, null, NOW);
        var issued = new PickupTicketEvent.Issued(UUID.randomUUID().toString(), "PT-0000000000", id, NOW);

        assertThat(event("authorizeOrderOnPaymentAuthorized", authorized)).isEqualTo(4);
        assertThat(event("confirmOrderOnPickupTicketIssued", issued)).isEqualTo(3);
        assertThat(event("confirmOrderOnPickupTicketIssued", issued)).isEqualTo(1);
    }

    @Test
    void cancelsOnATimerInThreeAndLooksInOne() {
        var fired = new PlatformEvent.TimerFired(
                "t", "payment.decision-timeout", OrderFixture.aCreatedOrder(harness), NOW, NOW);

        assertThat(event("cancelOrderOnPaymentDecisionTimeout", fired)).isEqualTo(3);
        assertThat(event("cancelOrderOnPaymentDecisionTimeout", fired)).isEqualTo(1);
    }

    @Test
    void rejectsATicketInFourAndRecordsAPaymentInOne() {
        String id = OrderFixture.anAuthorizedOrder(harness);
        var rejected = new PickupTicketEvent.Rejected(UUID.randomUUID().toString(), "PT-0000000000", id, "SYSTEM", NOW);
        var captured = new PaymentEvent.Captured(UUID.randomUUID().toString(), id, Money.byn(1), NOW);

        assertThat(event("cancelOrderOnPickupTicketRejected", rejected)).isEqualTo(4);
        assertThat(event("recordCaptureOnPaymentCaptured", captured)).isEqualTo(1);
    }

    @Test // ten orders cost what one costs
    void movesAWholeBatchInThree() {
        String batch = UUID.randomUUID().toString();
        String[] orders = IntStream.range(0, 10)
                .mapToObj(i -> OrderFixture.aConfirmedOrder(harness))
                .toArray(String[]::new);
        String last = orders[9];
        Arrays.stream(orders).limit(9).forEach(order -> BatchFixture.add(harness, batch, order));

        assertThat(event("addOrderOnBatchOrderAdded", BatchFixture.added(batch, last)))
                .isEqualTo(3);
        assertThat(event("shipOrdersOnBatchPickedUp", BatchFixture.pickedUp(batch, orders)))
                .isEqualTo(3);
        assertThat(event("shipOrdersOnBatchPickedUp", BatchFixture.pickedUp(batch, orders)))
                .isEqualTo(2);
        assertThat(event("deliverOrdersOnBatchDelivered", BatchFixture.delivered(batch)))
                .isEqualTo(3);
        assertThat(Arrays.stream(orders).map(order -> OrderFixture.state(POSTGRES.database(), order)))
                .containsOnly("AT_PVZ");
    }

    @Test
    void followsAParcelInTwoAndThreeWithATimer() {
        TravellingOrder order = TravellingOrder.of(POSTGRES.database(), 1, false);
        var missing = PvzFixture.received(order.batch(), new ParcelRef(order.id(), 1));
        var accepted = PvzFixture.accepted(order.id(), 1, 1, 1).event();
        var issued = PvzFixture.issued(order.id(), 1, 1, 1).event();

        assertThat(event("searchOrdersOnBatchReceivedByPvz", PvzFixture.received(order.batch())))
                .isZero();
        assertThat(event("searchOrdersOnBatchReceivedByPvz", missing)).isEqualTo(4);
        assertThat(event("readyOrderOnPvzOrderAccepted", accepted)).isEqualTo(3);
        assertThat(event("readyOrderOnPvzOrderAccepted", accepted)).isEqualTo(1);
        assertThat(event("endOrderOnPvzOrderIssued", issued)).isEqualTo(3);
        var fired = new PlatformEvent.TimerFired("t", "pvz.return-window", order.id(), NOW, NOW);
        assertThat(event("completeOrderOnReturnWindowClosed", fired)).isEqualTo(1);
    }

    @Test
    void splitsInOne() {
        String batch = UUID.randomUUID().toString();
        String order = OrderFixture.aConfirmedOrder(harness);
        BatchFixture.add(harness, batch, order);
        BatchFixture.pickUp(harness, batch, order);
        var split = new BatchEvent.Split(
                batch, List.of(new BatchPart(UUID.randomUUID().toString(), List.of(order))), NOW);

        assertThat(event("followOrdersOnBatchSplit", split)).isEqualTo(1);
    }

    private static FunctionSpec.Command<?, ?> command(String name) {
        return (FunctionSpec.Command<?, ?>) spec(name);
    }

    @SuppressWarnings("unchecked")
    private int command(String name, CommandHandler<?, ?> handler, JsonNode body, Map<String, String> path) {
        Object read = command(name).reader().read(Input.of(body), new RequestParameters(path, Map.of(), Map.of()));
        var nothing = new PickupTicketEvent.Redeemed("t", "o", NOW);
        return run(context -> ((CommandHandler<Object, Object>) handler).handle(read, context), nothing, path);
    }

    @SuppressWarnings("unchecked")
    private int event(String name, DomainEvent event) {
        EventHandler<?> handler = ((FunctionSpec.Event<?>) spec(name)).handler().apply(harness.services());
        return run(context -> ((EventHandler<DomainEvent>) handler).on(event, context), event, Map.of());
    }

    private interface Work {
        Mono<?> with(CountingContext context);
    }

    private int run(Work work, DomainEvent event, Map<String, String> path) {
        return Objects.requireNonNull(POSTGRES.database()
                .database()
                .inTransaction(tx -> {
                    CountingTransaction counting = new CountingTransaction(tx);
                    return work.with(new CountingContext(counting, event, path))
                            .then(Mono.fromSupplier(counting::statements));
                })
                .block(Duration.ofSeconds(20)));
    }

    private static FunctionSpec spec(String name) {
        return new OrdersFunctions()
                .functions().stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
