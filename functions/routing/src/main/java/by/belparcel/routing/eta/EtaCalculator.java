package by.belparcel.routing.eta;

import by.belparcel.kernel.EtaQuality;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.StopState;
import by.belparcel.routing.geometry.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arrival times of the stops ahead: legs from the last fix on, at the actual speed, and service times. A pure function. */
public final class EtaCalculator {

    private static final double NANOS = 1e9;

    private final EtaSettings settings;

    public EtaCalculator(EtaSettings settings) {
        this.settings = settings;
    }

    /**
     * One for each stop that is not over, in their order.
     *
     * @param fix the last accepted one; without it nothing is known
     * @param speedFactor actual by planned speed
     */
    public List<Eta> of(EtaPlan plan, @Nullable Fix fix, double speedFactor, Instant now) {
        int next = plan.next();
        List<PlannedCall> ahead = plan.calls().subList(next, plan.calls().size());
        if (fix == null) {
            return ahead.stream()
                    .map(call -> new Eta(call.seq(), Optional.empty(), EtaQuality.NONE))
                    .toList();
        }
        double factor = Math.clamp(speedFactor, settings.minFactor(), settings.maxFactor());
        Projection snapped = plan.line().nearestFrom(fix.point(), plan.before(next));
        EtaQuality quality = quality(plan.quality(), fix, snapped, now);
        List<Eta> etas = new ArrayList<>();
        Instant leaves = fix.at();
        for (int i = next; i < plan.calls().size(); i++) {
            PlannedCall call = plan.calls().get(i);
            Instant arrives = arrival(plan, i, i == next, snapped, leaves, factor);
            etas.add(new Eta(call.seq(), Optional.of(arrives), quality));
            Instant begins = call.notBefore() != null && call.notBefore().isAfter(arrives) ? call.notBefore() : arrives;
            leaves = later(plus(begins, call.serviceS()), fix.at());
        }
        return etas;
    }

    /** Whether a new value has to be told: by more than 5 min, or of another quality. */
    public boolean changed(Eta before, Eta now) {
        if (before.quality() != now.quality()
                || before.at().isPresent() != now.at().isPresent()) {
            return true;
        }
        return before.at().isPresent()
                && Duration.between(before.at().get(), now.at().orElseThrow())
                                .abs()
                                .compareTo(settings.change())
                        > 0;
    }

    private static Instant arrival(
            EtaPlan plan, int index, boolean first, Projection snapped, Instant leaves, double factor) {
        PlannedCall call = plan.calls().get(index);
        if (call.state() == StopState.ARRIVED) {
            return call.arrivedAt() == null ? leaves : call.arrivedAt();
        }
        if (!first) {
            return plus(leaves, call.legSeconds() / factor);
        }
        double length = plan.before(index + 1) - plan.before(index);
        double left = Math.max(0, plan.before(index + 1) - snapped.alongMetres());
        double share = length > 0 ? Math.min(1, left / length) : 0;
        return plus(leaves, call.legSeconds() * share / factor);
    }

    private EtaQuality quality(PlanQuality plan, Fix fix, Projection snapped, Instant now) {
        Duration age = Duration.between(fix.at(), now);
        if (plan == PlanQuality.STRAIGHT || age.compareTo(settings.stale()) > 0) {
            return EtaQuality.LOW;
        }
        boolean high = plan == PlanQuality.ROAD
                && age.compareTo(settings.fresh()) < 0
                && snapped.offsetMetres() <= settings.offRouteMetres();
        return high ? EtaQuality.HIGH : EtaQuality.MEDIUM;
    }

    private static Instant plus(Instant instant, double seconds) {
        return instant.plusNanos(Math.round(seconds * NANOS));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
