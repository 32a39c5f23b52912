package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.Money;
import reactor.core.publisher.Mono;

/** Books the fee of a longer storage (domain pickup-points.md 2.3, rule 5); the money of the order stays as it is. */
public final class BookStorageFeeOnStorageExtended implements EventHandler<PvzOrderEvent.StorageExtended> {

    private final FeeBook fees;

    public BookStorageFeeOnStorageExtended(FeeBook fees) {
        this.fees = fees;
    }

    @Override
    public Mono<Handled> on(PvzOrderEvent.StorageExtended event, EventContext context) {
        Money fee = event.fee();
        String orderId = event.orderId();
        if (fee == null || fee.amount() == 0 || orderId == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return fees.book(context.tx(), event.eventId(), orderId, fee)
                .map(booked -> booked
                        ? new Handled.Applied()
                        : new Handled.Later("PAYMENT_UNKNOWN", "The payment of the order is not known here yet."));
    }
}
