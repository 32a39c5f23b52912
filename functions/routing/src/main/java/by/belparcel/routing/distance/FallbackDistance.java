package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Asks the first provider while it is well, otherwise the second, and marks every answer of the second. */
public final class FallbackDistance implements DistanceProvider {

    private final DistanceProvider first;
    private final DistanceProvider second;
    private final Breaker breaker;

    public FallbackDistance(DistanceProvider first, DistanceProvider second, Breaker breaker) {
        this.first = first;
        this.second = second;
        this.breaker = breaker;
    }

    @Override
    public Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions conditions) {
        return ask(p -> p.matrix(from, to, conditions), m -> m.from(m.source().asFallback()));
    }

    @Override
    public Mono<Route> route(List<GeoPoint> via, Conditions conditions) {
        return ask(p -> p.route(via, conditions), r -> r.from(r.source().asFallback()));
    }

    @Override
    public Mono<Snap> nearest(GeoPoint point, Conditions conditions) {
        return ask(
                p -> p.nearest(point, conditions),
                s -> new Snap(s.point(), s.offsetMetres(), s.source().asFallback()));
    }

    @Override
    public PlanQuality quality() {
        if (!breaker.isOpen()) {
            return first.quality();
        }
        return second.quality() == PlanQuality.ROAD ? PlanQuality.ROAD_FALLBACK : second.quality();
    }

    private <T> Mono<T> ask(Function<DistanceProvider, Mono<T>> call, UnaryOperator<T> mark) {
        return Mono.defer(() -> {
            Mono<T> fallback = Mono.defer(() -> call.apply(second)).map(mark);
            if (!breaker.admits()) {
                return fallback;
            }
            return Mono.defer(() -> call.apply(first))
                    .switchIfEmpty(Mono.error(() -> new ProviderException("no answer")))
                    .doOnNext(answer -> breaker.succeeded())
                    .doOnCancel(breaker::gaveUp)
                    .onErrorResume(e -> {
                        if (e instanceof NoRouteException) {
                            breaker.succeeded();
                            return Mono.error(e);
                        }
                        breaker.failed();
                        return fallback;
                    });
        });
    }
}
