package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.OrderState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderProgressTest {

    private static final OrderProgress CREATED = new OrderProgress(OrderState.CREATED, 1, null, null);

    @Test
    void authorizesOneVersionLater() {
        Advance advance = CREATED.paymentAuthorized("p1").orElseThrow();

        assertThat(advance.after()).isEqualTo(new OrderProgress(OrderState.AUTHORIZED, 2, "p1", null));
        assertThat(advance.steps()).containsExactly(new Step(OrderState.CREATED, OrderState.AUTHORIZED, 2, null));
    }

    @Test
    void endsInTheSameStateWhicheverOfPaymentAndTicketComesFirst() {
        OrderProgress paymentFirst = CREATED.paymentAuthorized("p1")
                .flatMap(a -> a.after().ticketIssued("t1"))
                .orElseThrow()
                .after();
        OrderProgress ticketFirst = CREATED.ticketIssued("t1")
                .flatMap(a -> a.after().paymentAuthorized("p1"))
                .orElseThrow()
                .after();

        assertThat(ticketFirst).isEqualTo(paymentFirst);
        assertThat(paymentFirst).isEqualTo(new OrderProgress(OrderState.CONFIRMED, 3, "p1", "t1"));
    }

    @Test
    void notesAnEarlyTicketWithoutANewVersion() {
        Advance advance = CREATED.ticketIssued("t1").orElseThrow();

        assertThat(advance.steps()).isEqualTo(List.of());
        assertThat(advance.after().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = OrderState.class, mode = EnumSource.Mode.EXCLUDE, names = "CREATED")
    void ignoresAnAuthorisationLaterThanCreated(OrderState state) {
        assertThat(new OrderProgress(state, 5, null, null).paymentAuthorized("p1"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREATED", "AUTHORIZED"})
    void ignoresATicketOfAnOrderThatDoesNotWaitForOne(OrderState state) {
        assertThat(new OrderProgress(state, 5, "p1", null).ticketIssued("t1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CancelCause.class)
    void giveEveryCancellationItsReason(CancelCause cause) {
        OrderState from = cause == CancelCause.TICKET_FAILED ? OrderState.AUTHORIZED : OrderState.CREATED;

        Advance advance =
                new OrderProgress(from, 2, null, null).cancelled(cause).orElseThrow();

        assertThat(advance.steps()).containsExactly(new Step(from, OrderState.CANCELLED, 3, cause.name()));
    }

    @Test
    void refusesToCancelForAPaymentThatIsAlreadyAuthorized() {
        OrderProgress authorized = new OrderProgress(OrderState.AUTHORIZED, 2, "p1", null);

        assertThat(authorized.cancelled(CancelCause.PAYMENT_DECLINED)).isEmpty();
        assertThat(authorized.cancelled(CancelCause.PAYMENT_TIMEOUT)).isEmpty();
        assertThat(authorized.cancelled(CancelCause.SHOP)).isPresent();
    }
}
