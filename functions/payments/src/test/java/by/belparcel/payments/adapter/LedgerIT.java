package by.belparcel.payments.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ledger defends itself, whoever writes to it. */
class LedgerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private static final String LINE =
            "insert into payments.ledger (settlement_id, payment_id, kind, account, amount_minor,"
                    + " currency) values (?::uuid, ?::uuid, 'CAPTURE', 'a', 5, 'BYN')";

    @Test // S-177
    void canOnlyGrow() {
        Shop shop = Shop.of(POSTGRES.database());
        shop.capturedOrder(PaymentMethod.SHOP_ACCOUNT, 900);
        long lines = POSTGRES.database().number("select count(*) from payments.ledger");

        for (String sql : List.of(
                "delete from payments.ledger",
                "update payments.ledger set amount_minor = 1",
                "truncate payments.ledger")) {
            assertThatThrownBy(() -> POSTGRES.database().execute(sql)).hasStackTraceContaining("append-only");
        }
        assertThat(POSTGRES.database().number("select count(*) from payments.ledger"))
                .isEqualTo(lines);
    }

    @Test // I5
    void refusesLinesThatDoNotBalance() {
        String id = Shop.newId();

        assertThatThrownBy(() -> POSTGRES.database().execute(LINE, id, id)).hasStackTraceContaining("sum to zero");
    }

    @Test
    void refusesASecondBookingOfASettlement() {
        Shop shop = Shop.of(POSTGRES.database());
        String payment = shop.payment(shop.capturedOrder(PaymentMethod.SHOP_ACCOUNT, 900));

        assertThatThrownBy(() -> POSTGRES.database()
                        .execute(
                                "insert into payments.ledger (settlement_id, payment_id, kind, account, amount_minor, currency)"
                                        + " select settlement_id, payment_id, kind, account, amount_minor, currency"
                                        + " from payments.ledger where payment_id = ?::uuid",
                                payment))
                .hasStackTraceContaining("duplicate key");
    }
}
