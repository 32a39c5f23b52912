package by.belparcel.references.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.references.model.Changes;
import by.belparcel.references.model.PickupPoint;
import by.belparcel.references.model.PvzStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes over what the context pickup-points tells of its points and announces it as {@code reference.updated}, from which all
 * others learn it. News of one point are ordered by its version there; what is not newer is ignored.
 */
public final class PointFollower {

    private static final String REASON = "changed at the pick-up point";
    private static final String ACTOR = "system";

    private final FollowedPoints points;

    public PointFollower(FollowedPoints points) {
        this.points = points;
    }

    /** A whole state; when versions were passed over all of it counts, else only the fields that the event names. */
    Mono<Handled> adopt(String id, Map<String, Object> state, @Nullable List<String> changed, EventContext context) {
        Optional<PointState> read = PointState.read(state);
        if (read.isEmpty()) {
            return Mono.just(new Handled.Poison("SCHEMA", "The state of this pick-up point is incomplete."));
        }
        PointState news = read.get();
        long version = context.event().sequence();
        return points.note(context.tx(), id, version)
                .flatMap(noted -> {
                    List<String> fields =
                            changed == null || noted.before() + 1 != version ? PointState.fields() : changed;
                    return change(noted.point(), news.onto(noted.point(), fields), context);
                })
                .switchIfEmpty(Mono.defer(() -> add(news.point(id), version, context)));
    }

    /** A status. */
    Mono<Handled> settle(String id, PvzStatus status, EventContext context) {
        return points.note(context.tx(), id, context.event().sequence())
                .flatMap(noted -> change(noted.point(), with(status).apply(noted.point()), context))
                .switchIfEmpty(Mono.defer(() -> points.exists(context.tx(), id)
                        .map(known -> known
                                ? new Handled.Ignored(Handled.Reason.STALE)
                                : new Handled.Later("PVZ_UNKNOWN", "Nothing is known of this pick-up point yet."))));
    }

    private Mono<Handled> add(PickupPoint point, long version, EventContext context) {
        return points.exists(context.tx(), point.id()).flatMap(known -> {
            if (known) {
                return Handled.ignored(Handled.Reason.STALE);
            }
            return points.add(context.tx(), point, version).flatMap(added -> {
                if (!added) {
                    return Handled.ignored(Handled.Reason.STATE);
                }
                List<String> all = List.copyOf(point.state().keySet());
                context.emit(Announcement.of(point, all, context.now()), point.version());
                return Handled.applied();
            });
        });
    }

    /** What changes nothing here is not announced: it came from here. */
    private Mono<Handled> change(PickupPoint before, PickupPoint after, EventContext context) {
        List<String> changed = Changes.between(before, after);
        if (changed.isEmpty()) {
            return Handled.applied();
        }
        return points.save(context.tx(), after, new Edit(changed, REASON, ACTOR, context.now()))
                .flatMap(saved -> {
                    context.emit(Announcement.of(saved, changed, context.now()), saved.version());
                    return Handled.applied();
                });
    }

    private static UnaryOperator<PickupPoint> with(PvzStatus status) {
        return point -> new PickupPoint(
                point.id(),
                point.code(),
                point.place(),
                point.hub(),
                point.hubId(),
                point.hours(),
                point.capacityParcels(),
                point.maxParcelG(),
                point.services(),
                status,
                point.full(),
                point.version());
    }
}
