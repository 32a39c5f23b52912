package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PaymentEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.payments.Counter;
import by.belparcel.payments.Shop;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The money of an order from the counter of its pick-up point to its end. */
class PickupMoneyIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());
    private final Counter counter = new Counter(shop);

    @AfterEach
    void sumsToZero() {
        assertThat(shop.ledgerSum()).isZero();
    }

    @Test // rule 3
    void takesTheMoneyWithTheFirstParcelAndOnce() {
        String order = shop.onPickup(600, 2_000);

        counter.issue(order, 1, 2);
        assertThat(counter.issue(order, 2, 2).result()).hasToString("IGNORED");

        assertThat(shop.state(order)).isEqualTo("CAPTURED");
        assertThat(shop.money(order)).isEqualTo("2600-0");
        assertThat(POSTGRES.database()
                        .rows(
                                "select account, amount_minor from payments.ledger where payment_id = ?::uuid order by seq",
                                shop.payment(order)))
                .containsExactly(
                        List.of("cash:pvz", "2600"),
                        List.of("revenue:delivery", "-600"),
                        List.of("payable:shop:" + Shop.ID, "-2000"));
    }

    @Test
    void leavesWhatWasPaidBeforeAlone() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);

        assertThat(counter.issue(order, 1, 1).result()).hasToString("IGNORED");
        assertThat(counter.takeBack(order, 1, 1).result()).hasToString("IGNORED");
        assertThat(counter.sendBack(order, 1, 1, ReturnCause.EXPIRED).result()).hasToString("IGNORED");

        assertThat(shop.money(order)).isEqualTo("900-0");
    }

    @Test // rule 5
    void givesTheGoodsOfEachReturnedParcelBackAndKeepsTheFee() {
        String order = shop.onPickup(600, 2_001);
        counter.issue(order, 1, 2);

        counter.takeBack(order, 1, 2);
        assertThat(counter.takeBack(order, 1, 2).result()).hasToString("IGNORED");
        shop.settle();
        assertThat(shop.money(order)).isEqualTo("2601-1000");
        assertThat(counter.sendBack(order, 1, 2, ReturnCause.CLIENT_RETURN).result())
                .hasToString("IGNORED");
        counter.takeBack(order, 2, 2);
        shop.settle();

        assertThat(shop.money(order)).isEqualTo("2601-2001");
        assertThat(shop.state(order)).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(refunds(order)).containsExactly("CLIENT_RETURN", "CLIENT_RETURN");
    }

    @Test // rule 4
    void takesNothingWhenNobodyComes() {
        String order = shop.onPickup(600, 2_000);

        counter.sendBack(order, 1, 2, ReturnCause.EXPIRED);
        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        counter.sendBack(order, 2, 2, ReturnCause.REFUSED);

        assertThat(shop.state(order)).isEqualTo("VOIDED");
        assertThat(counter.sendBack(order, 2, 2, ReturnCause.REFUSED).result()).hasToString("IGNORED");
        assertThat(shop.money(order)).isEqualTo("0-0");
    }

    @Test // partial issue, in both orders
    void givesBackWhatTheClientRefusedBesideWhatHeTook() {
        String first = shop.onPickup(600, 2_000);
        counter.issue(first, 1, 2);
        counter.sendBack(first, 2, 2, ReturnCause.REFUSED);
        String second = shop.onPickup(600, 2_000);
        counter.sendBack(second, 2, 2, ReturnCause.REFUSED);
        counter.issue(second, 1, 2);
        shop.settle();

        assertThat(shop.money(first)).isEqualTo("2600-1000");
        assertThat(shop.money(second)).isEqualTo("2600-1000");
        assertThat(refunds(second)).containsExactly("RETURNED_TO_COURIER");
    }

    @Test // a return proves that the parcel was issued
    void takesTheMoneyFirstWhenTheReturnIsHeardOfFirst() {
        String order = shop.onPickup(600, 2_000);

        counter.takeBack(order, 1, 1);
        assertThat(counter.issue(order, 1, 1).result()).hasToString("IGNORED");
        shop.settle();

        assertThat(shop.money(order)).isEqualTo("2600-2000");
    }

    @Test // rule 5: lost, everything
    void givesEverythingOfALostOrderBackOnce() {
        String card = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        String account = shop.capturedOrder(PaymentMethod.SHOP_ACCOUNT, 900);
        String pickup = shop.onPickup(600, 2_000);
        String half = shop.onPickup(600, 2_000);
        counter.issue(half, 1, 2);
        counter.takeBack(half, 1, 2);
        for (String order : List.of(card, account, pickup, half)) {
            counter.lose(order, 1);
            assertThat(counter.lose(order, 2).result()).hasToString("IGNORED");
        }
        shop.settle();

        assertThat(shop.money(card)).isEqualTo("900-900");
        assertThat(shop.state(card)).isEqualTo("REFUNDED");
        assertThat(shop.money(account)).isEqualTo("900-900");
        assertThat(shop.state(pickup)).isEqualTo("VOIDED");
        assertThat(shop.money(half)).isEqualTo("2600-2600");
        assertThat(refunds(half)).containsExactly("CLIENT_RETURN", "ORDER_LOST");
    }

    @Test // the capture failed or is not decided: what is reserved is let go
    void letsGoOfAReservationThatCouldNotBeTakenWhenTheOrderIsLost() {
        String refused = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 915);
        String early = shop.order(PaymentMethod.CARD_PREPAID, 900);
        String taken = shop.order(PaymentMethod.CARD_PREPAID, 916);

        List.of(refused, early, taken).forEach(order -> counter.lose(order, 1));
        shop.confirm(early);
        shop.settle();

        assertThat(shop.state(refused)).isEqualTo("VOIDED");
        assertThat(shop.state(early)).isEqualTo("VOIDED");
        assertThat(shop.money(taken)).isEqualTo("916-916");
    }

    @Test
    void comesAgainWhenThePaymentIsNotThere() {
        String unknown = Shop.newId();

        assertThat(counter.issue(unknown, 1, 1).status()).isEqualTo(503);
        assertThat(counter.sendBack(unknown, 1, 1, ReturnCause.EXPIRED).status())
                .isEqualTo(503);
        assertThat(counter.lose(unknown, 1).status()).isEqualTo(503);
    }

    @Test
    void booksAStorageFeeBesideTheMoneyOfTheOrder() {
        String order = shop.onPickup(600, 2_000);
        var extended = Counter.extended(order, Money.byn(150));

        shop.harness().event("bookStorageFeeOnPvzOrderStorageExtended", extended, 5);
        shop.harness().event("bookStorageFeeOnPvzOrderStorageExtended", extended, 5);
        assertThat(shop.harness()
                        .event("bookStorageFeeOnPvzOrderStorageExtended", Counter.extended(order, null), 6)
                        .result())
                .hasToString("IGNORED");

        assertThat(POSTGRES.database()
                        .rows(
                                "select kind, account, amount_minor from payments.ledger where payment_id = ?::uuid"
                                        + " order by account",
                                shop.payment(order)))
                .containsExactly(
                        List.of("STORAGE_FEE", "cash:pvz", "150"), List.of("STORAGE_FEE", "revenue:storage", "-150"));
        assertThat(shop.money(order)).isEqualTo("0-0");
    }

    private List<String> refunds(String order) {
        return shop.harness().emitted(PaymentEvent.RefundRequested.TYPE).stream()
                .filter(refund -> refund.orderId().equals(order))
                .map(PaymentEvent.RefundRequested::reason)
                .toList();
    }
}
