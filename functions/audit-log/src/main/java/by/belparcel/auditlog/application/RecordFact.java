package by.belparcel.auditlog.application;

import by.belparcel.auditlog.model.AuditEntry;
import by.belparcel.auditlog.model.PvzCount;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.kernel.Numbers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Remembers a fact, whatever it is, and counts it where it is one of those that are counted. */
public final class RecordFact<E extends DomainEvent> implements EventHandler<E> {

    private final AuditTrail trail;
    private final PvzDays days;
    private final Meter meter;
    private final @Nullable PvzCount counted;

    /** @param counted absent where the fact is only remembered */
    public RecordFact(AuditTrail trail, PvzDays days, Meter meter, @Nullable PvzCount counted) {
        this.trail = trail;
        this.days = days;
        this.meter = meter;
        this.counted = counted;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        AuditEntry entry = AuditReading.of(event, context.event());
        return count(entry, context)
                .then(Mono.defer(() -> trail.append(context.tx(), entry)))
                .then(Handled.applied());
    }

    private Mono<Void> count(AuditEntry entry, EventContext context) {
        PvzCount what = counted;
        String pvz = entry.pvzId();
        if (what == null || pvz == null) {
            return Mono.empty();
        }
        return days.count(context.tx(), pvz, LocalDate.ofInstant(entry.occurredAt(), Numbers.MINSK), what)
                .doOnNext(point -> tell(point, what))
                .then();
    }

    private void tell(PvzDays.Point point, PvzCount what) {
        if (what.by().isEmpty()) {
            meter.count(what.metric(), "pvz", point.code(), "region", point.region());
        } else {
            meter.count(what.metric(), "pvz", point.code(), "region", point.region(), "by", what.by());
        }
    }
}
