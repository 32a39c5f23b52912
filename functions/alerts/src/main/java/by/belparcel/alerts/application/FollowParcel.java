package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.AlertKind;
import java.util.List;
import reactor.core.publisher.Mono;

/** What happens to a parcel at a pick-up point: it may have been missing, it takes room, and its storage ends. */
public final class FollowParcel {

    private final CountMissingParcels missing;
    private final WatchFill fill;
    private final Evaluation evaluation;

    public FollowParcel(CountMissingParcels missing, WatchFill fill, Evaluation evaluation) {
        this.missing = missing;
        this.fill = fill;
        this.evaluation = evaluation;
    }

    public Mono<Handled> accepted(PvzOrderEvent.Accepted event, EventContext context) {
        Mono<Handled> counted = fill.moved(event.pvzId(), 1, event.timestamp(), context);
        return event.orderId() == null
                ? counted
                : counted.then(missing.settle(event.orderId(), event.parcelNo(), context));
    }

    public Mono<Handled> issued(PvzOrderEvent.Issued event, EventContext context) {
        return fill.moved(event.pvzId(), -1, event.timestamp(), context);
    }

    public Mono<Handled> returnedByClient(PvzOrderEvent.ReturnedByClient event, EventContext context) {
        return fill.moved(event.pvzId(), 1, event.timestamp(), context);
    }

    public Mono<Handled> returnedToCourier(PvzOrderEvent.ReturnedToCourier event, EventContext context) {
        return fill.moved(event.pvzId(), -1, event.timestamp(), context).then(Mono.defer(() -> inTime(event, context)));
    }

    public Mono<Handled> storageExpired(PvzOrderEvent.StorageExpired event, EventContext context) {
        return evaluation.seen(Signal.seen(AlertKind.STORAGE_OVERDUE, subject(event), event.timestamp()), context);
    }

    public Mono<Handled> storageExtended(PvzOrderEvent.StorageExtended event, EventContext context) {
        return inTime(event, context);
    }

    private Mono<Handled> inTime(PvzOrderEvent event, EventContext context) {
        return evaluation.clear(
                List.of(Signal.clear(AlertKind.STORAGE_OVERDUE, subject(event), event.timestamp())), context);
    }

    private static Subject subject(PvzOrderEvent event) {
        return Subject.of("pvz_order", event.pvzOrderId());
    }
}
