package by.belparcel.pickuppoints.model;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PvzOrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When something may happen to a parcel (domain pickup-points.md 2.3), to the millisecond: each rule is a pure function of the
 * parcel and the moment.
 *
 * @param longestStorage how far ahead a deadline may lie
 * @param returnWindow how long after the issue the client may bring the parcel back, inclusive
 * @param extensionGrace how long after the deadline it may still be put off, inclusive
 * @param extensionsMost how often
 */
public record ParcelRules(Duration longestStorage, Duration returnWindow, Duration extensionGrace, int extensionsMost) {

    /** A deadline for a parcel that is accepted now. */
    public Optional<Rejection> keepUntil(Instant until, Instant now) {
        Instant latest = now.plus(longestStorage);
        if (until.isAfter(now) && !until.isAfter(latest)) {
            return Optional.empty();
        }
        return Optional.of(Rejection.invalid(new FieldError(
                "/storage_until",
                "RANGE",
                "must be after now and at most " + longestStorage.toDays() + " days ahead",
                now + ".." + latest,
                until.toString())));
    }

    public Optional<Rejection> issue(Parcel parcel, Instant now) {
        return allowed(parcel, ParcelAction.ISSUE, now);
    }

    public Optional<Rejection> refuse(Parcel parcel, Instant now) {
        return allowed(parcel, ParcelAction.REFUSE, now);
    }

    public Optional<Rejection> move(Parcel parcel, Instant now) {
        return allowed(parcel, ParcelAction.MOVE, now);
    }

    public Optional<Rejection> takeBack(Parcel parcel, Instant now) {
        if (parcel.state() != PvzOrderState.ISSUED) {
            return Optional.of(
                    parcel.state() == PvzOrderState.RETURNED_TO_COURIER
                            ? gone()
                            : conflict("ORDER_NOT_ISSUED", "The parcel is not with the client.", parcel, now));
        }
        Instant end = Objects.requireNonNull(parcel.leaving().issuedAt()).plus(returnWindow);
        return now.isAfter(end)
                ? Optional.of(Rejection.rule(
                                "RETURN_WINDOW_EXPIRED",
                                "A parcel may be brought back within " + returnWindow.toHours()
                                        + " h of its issue, until " + end + ".")
                        .with("limit", end.toString()))
                : Optional.empty();
    }

    public Optional<Rejection> handToCourier(Parcel parcel, Instant now) {
        if (parcel.stateAt(now) == PvzOrderState.ACCEPTED) {
            String until = String.valueOf(parcel.storage().until());
            return Optional.of(
                    Rejection.rule("STORAGE_NOT_EXPIRED", "The parcel waits for its client until " + until + ".")
                            .with("storage_until", until));
        }
        return allowed(parcel, ParcelAction.HAND_TO_COURIER, now);
    }

    public Optional<Rejection> extend(Parcel parcel, Instant now) {
        Optional<Rejection> refused = allowed(parcel, ParcelAction.EXTEND, now);
        if (refused.isPresent()) {
            return refused;
        }
        Storage storage = parcel.storage();
        if (storage.extensions() >= extensionsMost) {
            return Optional.of(Rejection.rule(
                            "EXTENSION_LIMIT_REACHED", "The storage may be extended " + extensionsMost + " times.")
                    .with("limit", extensionsMost));
        }
        Instant end = Objects.requireNonNull(storage.until()).plus(extensionGrace);
        return now.isAfter(end) ? Optional.of(expired(parcel).with("limit", end.toString())) : Optional.empty();
    }

    private static Optional<Rejection> allowed(Parcel parcel, ParcelAction action, Instant now) {
        PvzOrderState state = parcel.stateAt(now);
        if (ParcelStates.after(state, action).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case ISSUED -> conflict("ORDER_ALREADY_ISSUED", "The client has the parcel already.", parcel, now);
                    case RETURNED_TO_COURIER -> gone();
                    case OVERDUE -> expired(parcel);
                    default -> Rejection.invalidState(state.name(), ParcelStates.allowing(action));
                });
    }

    private static Rejection expired(Parcel parcel) {
        String until = String.valueOf(parcel.storage().until());
        return Rejection.rule("STORAGE_EXPIRED", "The storage ended at " + until + ".")
                .with("storage_until", until);
    }

    private static Rejection gone() {
        return Rejection.of(
                Rejection.Kind.CONFLICT, "ALREADY_RETURNED_TO_COURIER", "The parcel went back with the courier.");
    }

    private static Rejection conflict(String code, String detail, Parcel parcel, Instant now) {
        return Rejection.of(Rejection.Kind.CONFLICT, code, detail)
                .with("state", parcel.stateAt(now).name());
    }
}
