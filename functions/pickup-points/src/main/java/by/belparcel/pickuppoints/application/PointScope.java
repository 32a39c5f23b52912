package by.belparcel.pickuppoints.application;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** At which point a caller works: a worker's token says it, other staff say it in the request. */
public final class PointScope {

    private PointScope() {}

    /** @param then gets the id of the point, which is the caller's to work at but need not exist */
    public static <R> Mono<Outcome<R>> at(
            CommandContext context, @Nullable String requested, Function<String, Mono<Outcome<R>>> then) {
        return at(context.principal(), context, requested, then);
    }

    /** The same for a query. */
    public static <R> Mono<Outcome<R>> at(
            Principal caller, Access access, @Nullable String requested, Function<String, Mono<Outcome<R>>> then) {
        List<String> own = caller.claims().getOrDefault("pvz_id", List.of());
        String point = requested == null && !own.isEmpty() ? own.getFirst() : requested;
        if (point == null) {
            return Mono.just(Outcome.refused(
                    Rejection.invalid(FieldError.of("/pvz_id", "REQUIRED", "is required for this role"))));
        }
        if (!PathId.isId(point)) {
            return Mono.just(Outcome.refused(Rejection.notFound("PVZ")));
        }
        return access.denied(Map.of("pvz_id", point), "PVZ")
                .map(refusal -> Mono.just(Outcome.<R>refused(refusal)))
                .orElseGet(() -> then.apply(point));
    }
}
