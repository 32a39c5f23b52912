package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PaymentEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** A refund from its request to its settlement (D28). */
class RefundIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    private HttpReply refund(String order, long kopecks) {
        return call(order, "{\"amount\":{\"amount\":" + kopecks + ",\"currency\":\"BYN\"},\"reason\":\"damaged\"}");
    }

    private HttpReply call(String order, String body) {
        return shop.harness()
                .command("requestRefund")
                .as(Principals.admin())
                .path("id", shop.payment(order))
                .body(body)
                .send();
    }

    private String refundState(String order) {
        return POSTGRES.database()
                .text(
                        "select state || ':' || attempts from payments.refunds where payment_id = ?::uuid",
                        shop.payment(order));
    }

    @Test // rule 8
    void isAcceptedFirstAndDoneWhenTheProviderConfirms() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);

        HttpReply reply = refund(order, 300);
        assertThat(reply.status()).as("%s", reply).isEqualTo(202);
        assertThat(reply.text("state")).isEqualTo("PENDING");
        assertThat(shop.state(order)).isEqualTo("CAPTURED");
        shop.harness().deliver();

        assertThat(shop.state(order)).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(refundState(order)).isEqualTo("SUCCEEDED:1");
        assertThat(shop.ledgerSum()).isZero();
        HttpReply shown = shop.harness()
                .query("getOrderPayment")
                .as(Principals.operator())
                .path("id", order)
                .send();
        assertThat(shown.text("refunded/amount")).isEqualTo("300");
        assertThat(shown.text("refund_pending")).isEqualTo("false");
    }

    @Test // rule 7, rule 11, .17
    void staysVisiblyPendingUntilTheProviderSettlesIt() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 917);
        assertThat(refund(order, 917).status()).isEqualTo(202);
        shop.harness().deliver();
        assertThat(refundState(order)).isEqualTo("PENDING:1");
        assertThat(shop.harness()
                        .query("getOrderPayment")
                        .as(Principals.operator())
                        .path("id", order)
                        .send()
                        .text("refund_pending"))
                .isEqualTo("true");

        shop.makeDue();
        Timer.fire(shop.harness(), "retryRefundsOnTimerFired", "payment.refund-retry", shop.payment(order));

        assertThat(refundState(order)).isEqualTo("SUCCEEDED:2");
        assertThat(shop.state(order)).isEqualTo("REFUNDED");
        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from eventing.timers where kind = 'payment.refund-retry' and subject = ?",
                                shop.payment(order)))
                .isEqualTo(2);
    }

    @Test // 2.4
    void isRefusedWhenItIsMoreThanWhatIsLeft() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        assertThat(refund(order, 600).status()).isEqualTo(202);

        HttpReply tooMuch = refund(order, 301);

        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.code()).isEqualTo("REFUND_EXCEEDS_CAPTURED");
        assertThat(tooMuch.text("remaining/amount")).isEqualTo("300");
    }

    @Test // 2.4
    void isRefusedWhileTheMoneyIsOnlyReserved() {
        HttpReply reply = refund(shop.order(PaymentMethod.CARD_PREPAID, 900), 100);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(reply.text("state")).isEqualTo("AUTHORIZED");
    }

    @Test // 2.4
    void needsAPositiveAmountInRoublesAndAReason() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);

        for (String body : List.of(
                "{\"amount\":{\"amount\":0,\"currency\":\"BYN\"},\"reason\":\"x\"}",
                "{\"amount\":{\"amount\":-5,\"currency\":\"BYN\"},\"reason\":\"x\"}",
                "{\"amount\":{\"amount\":1.5,\"currency\":\"BYN\"},\"reason\":\"x\"}",
                "{\"amount\":{\"amount\":5,\"currency\":\"EUR\"},\"reason\":\"x\"}",
                "{\"amount\":{\"amount\":5,\"currency\":\"BYN\"}}",
                "{\"reason\":\"x\"}")) {
            HttpReply reply = call(order, body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.code())
                    .as(body)
                    .isEqualTo(body.contains("EUR") ? "CURRENCY_NOT_SUPPORTED" : "VALIDATION_FAILED");
        }
    }

    @Test
    void looksAtTheExpectedVersion() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        String body = "{\"amount\":{\"amount\":100,\"currency\":\"BYN\"},\"reason\":\"x\",\"expected_version\":99}";

        HttpReply reply = call(order, body);
        HttpReply stale = shop.harness()
                .command("requestRefund")
                .as(Principals.admin())
                .path("id", shop.payment(order))
                .header("If-Match", "\"99\"")
                .body(body.replace(",\"expected_version\":99", ""))
                .send();

        assertThat(reply.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test // R-104, M12: refund twice at once
    void neverGivesBackMoreThanWasTakenHoweverManyAskAtOnce() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        String payment = shop.payment(order);
        String body = "{\"amount\":{\"amount\":400,\"currency\":\"BYN\"},\"reason\":\"x\"}";

        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, 6)
                .flatMap(
                        i -> shop.harness()
                                .command("requestRefund")
                                .as(Principals.admin())
                                .path("id", payment)
                                .body(body)
                                .reply(),
                        6)
                .collectList()
                .block());
        shop.harness().deliver();

        assertThat(replies).filteredOn(r -> r.status() == 202).hasSize(2);
        assertThat(replies)
                .filteredOn(r -> r.status() != 202)
                .extracting(HttpReply::code)
                .isSubsetOf("REFUND_EXCEEDS_CAPTURED", "VERSION_CONFLICT");
        assertThat(POSTGRES.database().number("select refunded from payments.payments where id = ?::uuid", payment))
                .isEqualTo(800);
        assertThat(shop.ledgerSum()).isZero();
    }

    @Test // S-050
    void isForAdministratorsOnly() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        String body = "{\"amount\":{\"amount\":100,\"currency\":\"BYN\"},\"reason\":\"x\"}";

        for (var caller :
                List.of(Principals.operator(), Principals.shop(Shop.ID), Principals.agent(), Principals.client("c"))) {
            assertThat(shop.harness()
                            .command("requestRefund")
                            .as(caller)
                            .path("id", shop.payment(order))
                            .body(body)
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        assertThat(shop.harness().emitted(PaymentEvent.RefundRequested.TYPE))
                .noneMatch(e -> e.orderId().equals(order));
    }
}
