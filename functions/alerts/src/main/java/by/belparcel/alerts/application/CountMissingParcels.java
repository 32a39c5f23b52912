package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.AlertKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * PARCEL_MISSING, one alert per order: it is clear when each of its missing parcels was found or is lost. The news come in any
 * order, so the condition is a count and its time is that of counting.
 */
public final class CountMissingParcels {

    private final MissingParcels parcels;
    private final Evaluation evaluation;

    public CountMissingParcels(MissingParcels parcels, Evaluation evaluation) {
        this.parcels = parcels;
        this.evaluation = evaluation;
    }

    public Mono<Handled> missing(OrderEvent.Missing event, EventContext context) {
        return parcels.lock(context.tx(), event.orderId())
                .flatMap(at -> parcels.missing(context.tx(), event.orderId(), event.parcelNo())
                        .then(parcels.search(context.tx(), event.orderId()))
                        .flatMap(search -> search == MissingParcels.Search.OPEN
                                ? evaluation.seen(
                                        Signal.seen(AlertKind.PARCEL_MISSING, subject(event.orderId()), at), context)
                                : Handled.ignored(Handled.Reason.STALE)));
    }

    public Mono<Handled> lost(OrderEvent.Lost event, EventContext context) {
        return settle(event.orderId(), event.parcelNo(), context);
    }

    Mono<Handled> settle(String orderId, @Nullable Integer parcelNo, EventContext context) {
        return parcels.lock(context.tx(), orderId)
                .flatMap(at -> parcels.settle(context.tx(), orderId, parcelNo)
                        .then(parcels.search(context.tx(), orderId))
                        .flatMap(search -> search == MissingParcels.Search.OVER
                                ? clear(orderId, at, context)
                                : Handled.applied()));
    }

    private Mono<Handled> clear(String orderId, Instant at, EventContext context) {
        return evaluation.clear(List.of(Signal.clear(AlertKind.PARCEL_MISSING, subject(orderId), at)), context);
    }

    private static Subject subject(String orderId) {
        return Subject.of("order", orderId);
    }
}
