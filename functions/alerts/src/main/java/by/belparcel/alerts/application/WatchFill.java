package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzEvent;
import by.belparcel.kernel.AlertKind;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * PVZ_CAPACITY, one alert per point. A point says when it becomes nearly full, not when it empties, so from there on its parcels
 * are counted out.
 */
public final class WatchFill {

    private final FillLevels levels;
    private final Evaluation evaluation;
    private final AlertTerms terms;

    public WatchFill(FillLevels levels, Evaluation evaluation, AlertTerms terms) {
        this.levels = levels;
        this.evaluation = evaluation;
        this.terms = terms;
    }

    public Mono<Handled> warning(PvzEvent.CapacityWarning event, EventContext context) {
        return measured(event.pvzId(), event.used(), event.capacity(), event.at(), context);
    }

    public Mono<Handled> full(PvzEvent.CapacityFull event, EventContext context) {
        return measured(event.pvzId(), event.used(), event.capacity(), event.at(), context);
    }

    Mono<Handled> moved(String pvzId, int parcels, Instant at, EventContext context) {
        return levels.moved(context.tx(), pvzId, parcels, terms.fillPercent(), at)
                .flatMap(below -> below
                        ? evaluation.clear(List.of(Signal.clear(AlertKind.PVZ_CAPACITY, subject(pvzId), at)), context)
                        : Handled.applied());
    }

    private Mono<Handled> measured(String pvzId, int used, int capacity, Instant at, EventContext context) {
        return levels.measured(context.tx(), pvzId, used, capacity, at)
                .flatMap(newer -> newer
                        ? evaluation.seen(Signal.seen(AlertKind.PVZ_CAPACITY, subject(pvzId), at), context)
                        : Handled.ignored(Handled.Reason.STALE));
    }

    private static Subject subject(String pvzId) {
        return Subject.of("pvz", pvzId);
    }
}
