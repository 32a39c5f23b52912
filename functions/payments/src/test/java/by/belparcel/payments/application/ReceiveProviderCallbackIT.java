package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import by.belparcel.payments.application.ProviderCallback.Operation;
import by.belparcel.payments.application.ProviderCallback.Result;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiveProviderCallbackIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    private static ProviderCallback callback(
            Operation operation, Result result, String charge, @Nullable String refund, long amount) {
        return new ProviderCallback(
                "fake", operation, result, charge, "SIM-" + charge, refund, Money.byn(amount), null, null);
    }

    private HttpReply send(ProviderCallback callback) {
        return send(callback, Shop.signature().sign(callback, now()));
    }

    private Instant now() {
        return Instant.ofEpochSecond(POSTGRES.database().number("select extract(epoch from now())::bigint"));
    }

    private HttpReply send(ProviderCallback callback, String signature) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("operation", callback.operation());
        body.put("outcome", callback.outcome());
        body.put("charge", callback.charge());
        body.put("provider_ref", callback.providerRef());
        body.put("amount", callback.amount());
        if (callback.refundId() != null) {
            body.put("refund_id", callback.refundId());
        }
        if (callback.code() != null) {
            body.put("code", callback.code());
        }
        return shop.harness()
                .command("receiveProviderCallback")
                .path("provider", callback.provider())
                .withoutKey()
                .header("X-Provider-Signature", signature)
                .body(body)
                .send();
    }

    private List<String> quarantined(String charge) {
        return POSTGRES.database()
                .texts(
                        "select reason || ':' || seen from payments.quarantined_callbacks where body ->> 'charge' = ?",
                        charge);
    }

    @Test // rule 1
    void resolvesAnUnknownAuthorization() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 914);

        HttpReply reply = send(callback(Operation.AUTHORIZE, Result.DONE, shop.payment(order), null, 914));

        assertThat(reply.status()).as("%s", reply).isEqualTo(202);
        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
    }

    @Test
    void isHarmlessWhenDoubled() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        ProviderCallback captured = callback(Operation.CAPTURE, Result.DONE, shop.payment(order), null, 900);

        assertThat(send(captured).status()).isEqualTo(202);
        assertThat(send(captured).status()).isEqualTo(202);

        assertThat(shop.state(order)).isEqualTo("CAPTURED");
        assertThat(POSTGRES.database()
                        .number("select count(*) from payments.ledger where payment_id = ?::uuid", shop.payment(order)))
                .isEqualTo(2);
    }

    @Test // rule 2
    void neverMovesMoneyBackwards() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);

        send(callback(Operation.AUTHORIZE, Result.REFUSED, shop.payment(order), null, 900));

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
    }

    @Test // rule 8
    void settlesAPendingRefund() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 917);
        shop.cancel(order);
        shop.harness().deliver();
        assertThat(shop.state(order)).isEqualTo("CAPTURED");
        String refund = POSTGRES.database()
                .text("select id from payments.refunds where payment_id = ?::uuid", shop.payment(order));

        send(callback(Operation.REFUND, Result.DONE, shop.payment(order), refund, 917));

        assertThat(shop.state(order)).isEqualTo("REFUNDED");
        assertThat(shop.ledgerSum()).isZero();
    }

    @Test // 2.4
    void isRefusedWithAWrongSignature() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 914);
        ProviderCallback callback = callback(Operation.AUTHORIZE, Result.DONE, shop.payment(order), null, 914);
        ProviderCallback other = callback(Operation.AUTHORIZE, Result.DONE, shop.payment(order), null, 1);

        for (String signature : List.of(
                "",
                "nonsense",
                "t=1,v1=" + "0".repeat(64),
                Shop.signature().sign(other, now()),
                Shop.signature().sign(callback, now().minusSeconds(301)))) {
            HttpReply reply = send(callback, signature);
            assertThat(reply.status()).as(signature).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("BAD_SIGNATURE");
        }
        assertThat(shop.state(order)).isEqualTo("UNKNOWN");
    }

    @Test // 2.4, AMOUNT_MISMATCH
    void isKeptApartWhenTheAmountIsNotOurs() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);
        ProviderCallback wrong = callback(Operation.CAPTURE, Result.DONE, shop.payment(order), null, 9_000);

        assertThat(send(wrong).status()).isEqualTo(202);
        assertThat(send(wrong).status()).isEqualTo(202);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(quarantined(shop.payment(order))).containsExactly("AMOUNT_MISMATCH:2");
    }

    @Test // rule 9
    void isKeptApartWhenNobodyKnowsItsReference() {
        String unknown = Shop.newId();

        assertThat(send(callback(Operation.CAPTURE, Result.DONE, unknown, null, 900))
                        .status())
                .isEqualTo(202);
        assertThat(send(callback(Operation.CAPTURE, Result.DONE, "no uuid", null, 900))
                        .status())
                .isEqualTo(202);

        assertThat(quarantined(unknown)).containsExactly("UNKNOWN_REFERENCE:1");
        assertThat(quarantined("no uuid")).containsExactly("UNKNOWN_REFERENCE:1");
    }

    @Test // rule 9
    void isKeptApartWhenItsReferenceIsAnotherCharge() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);
        ProviderCallback foreign = new ProviderCallback(
                "fake",
                Operation.CAPTURE,
                Result.DONE,
                shop.payment(order),
                "SIM-other",
                null,
                Money.byn(900),
                null,
                null);

        assertThat(send(foreign).status()).isEqualTo(202);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(quarantined(shop.payment(order))).containsExactly("UNKNOWN_REFERENCE:1");
    }
}
