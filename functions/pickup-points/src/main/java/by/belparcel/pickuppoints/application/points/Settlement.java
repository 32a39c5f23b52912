package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a point's status may change. */
public enum Settlement {
    SUSPEND(List.of(PointStatus.OPEN, PointStatus.SUSPENDED)) {
        @Override
        Optional<Rejection> objection(PickupPoint before, SettlePoint command, Instant now) {
            Instant until = command.until();
            return super.objection(before, command, now)
                    .or(() -> until == null || until.isAfter(now)
                            ? Optional.empty()
                            : Optional.of(Rejection.invalid(new FieldError(
                                    "/until", "RANGE", "must be after now", now.toString(), until.toString()))));
        }

        @Override
        PickupPoint of(PickupPoint before, SettlePoint command) {
            return before.suspended(command.until(), reason(command));
        }

        @Override
        PvzEvent fact(PickupPoint after, SettlePoint command, Instant now) {
            return new PvzEvent.Suspended(after.id(), after.suspendedUntil(), reason(command), now);
        }
    },
    RESUME(List.of(PointStatus.SUSPENDED)) {
        @Override
        PickupPoint of(PickupPoint before, SettlePoint command) {
            return before.resumed();
        }

        @Override
        PvzEvent fact(PickupPoint after, SettlePoint command, Instant now) {
            return new PvzEvent.Resumed(after.id(), now);
        }
    },
    CLOSE(List.of(PointStatus.OPEN, PointStatus.SUSPENDED)) {
        @Override
        Optional<Rejection> objection(PickupPoint before, SettlePoint command, Instant now) {
            return super.objection(before, command, now)
                    .or(() -> before.stock() == 0
                            ? Optional.empty()
                            : Optional.of(Rejection.of(
                                            Rejection.Kind.CONFLICT,
                                            "PVZ_NOT_EMPTY",
                                            "There are " + before.stock() + " parcels at the point.")
                                    .with("count", before.stock())));
        }

        @Override
        PickupPoint of(PickupPoint before, SettlePoint command) {
            return before.closed();
        }

        @Override
        PvzEvent fact(PickupPoint after, SettlePoint command, Instant now) {
            return new PvzEvent.Closed(after.id(), reason(command), now);
        }
    };

    private static final String NO_REASON = "not given";

    private final List<PointStatus> from;

    Settlement(List<PointStatus> from) {
        this.from = from;
    }

    Optional<Rejection> objection(PickupPoint before, SettlePoint command, Instant now) {
        return from.contains(before.status())
                ? Optional.empty()
                : Optional.of(Rejection.invalidState(
                        before.status().name(), from.stream().map(Enum::name).toList()));
    }

    abstract PickupPoint of(PickupPoint before, SettlePoint command);

    abstract PvzEvent fact(PickupPoint after, SettlePoint command, Instant now);

    private static String reason(SettlePoint command) {
        return Objects.requireNonNullElse(command.reason(), NO_REASON);
    }
}
