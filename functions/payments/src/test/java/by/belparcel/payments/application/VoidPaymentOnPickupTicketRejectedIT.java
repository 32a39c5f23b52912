package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VoidPaymentOnPickupTicketRejectedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return shop.harness();
    }

    @Override
    protected String function() {
        return "voidPaymentOnPickupTicketRejected";
    }

    @Override
    protected DomainEvent arrange() {
        return rejected(shop.order(PaymentMethod.PAY_ON_PICKUP, 900));
    }

    private static PickupTicketEvent.Rejected rejected(String order) {
        return new PickupTicketEvent.Rejected(
                Shop.newId(), "PT-0123456789", order, "ORDER_CANCELLED", Instant.parse("2026-11-20T08:00:00Z"));
    }

    @Test // compensation matrix: ticket issue fails
    void letsGoOfTheMoney() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);

        harness().event(function(), rejected(order), 1);

        assertThat(shop.state(order)).isEqualTo("VOIDED");
        assertThat(shop.atProvider(order)).isEqualTo("VOIDED:0");
    }
}
