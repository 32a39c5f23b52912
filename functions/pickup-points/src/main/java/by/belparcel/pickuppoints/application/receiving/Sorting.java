package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatch.AcceptedLine;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatch.FoundLine;
import by.belparcel.pickuppoints.application.receiving.Sorted.Found;
import by.belparcel.pickuppoints.application.receiving.Sorted.Taken;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parcel of each line. The lists must name each parcel once and together cover what the batch was announced with; what
 * came besides is extra. Extra parcels for this point are taken, those for another one only reported: their client must not be
 * sent here.
 */
final class Sorting {

    private final InboundBatch batch;
    private final List<Parcel> known;
    private final boolean again;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Parcel> already = new ArrayList<>();
    private final List<Found> extra = new ArrayList<>();

    /** @param known parcels of the batch and all that the request may mean */
    Sorting(InboundBatch batch, List<Parcel> known) {
        this(batch, known, false);
    }

    private Sorting(InboundBatch batch, List<Parcel> known, boolean again) {
        this.batch = batch;
        this.known = known;
        this.again = again;
    }

    /** A request that was carried out before: what was missing then may be here now. */
    static Sorting ofRepetition(InboundBatch batch, List<Parcel> known) {
        return new Sorting(batch, known, true);
    }

    Outcome<Sorted> sort(ReceiveBatch command) {
        command.accepted().forEach(this::accept);
        List<Found> missing = command.missing().stream().map(this::lacking).toList();
        command.extra().forEach(this::besides);
        List<Found> damaged = command.damaged().stream().map(this::lacking).toList();
        if (!errors.isEmpty()) {
            return Outcome.refused(refusal());
        }
        return Outcome.ok(new Sorted(taken, already, missing, extra, damaged));
    }

    /** Parcels of the batch that no line names. */
    List<Parcel> uncovered() {
        return known.stream()
                .filter(parcel -> ofBatch(parcel) && isExpected(parcel) && !seen.contains(parcel.id()))
                .toList();
    }

    private void accept(AcceptedLine line) {
        Parcel parcel = find(line.where(), line.name());
        if (parcel != null && ofBatch(parcel) && !isExpected(parcel)) {
            already.add(parcel);
            return;
        }
        boolean here = parcel != null && isExpectedHere(parcel);
        if (parcel != null && here) {
            taken.add(new Taken(line, parcel, ofBatch(parcel)));
        }
        if (parcel == null || !here || !ofBatch(parcel)) {
            extra.add(new Found(new FoundLine(line.where(), line.name(), null, List.of()), parcel));
        }
    }

    private void besides(FoundLine line) {
        Parcel parcel = line.name() == null ? null : find(line.where(), line.name());
        if (parcel != null && isExpectedHere(parcel)) {
            AcceptedLine plain = new AcceptedLine(line.where(), Objects.requireNonNull(line.name()), null, null, null);
            taken.add(new Taken(plain, parcel, ofBatch(parcel)));
        }
        extra.add(new Found(line, parcel));
    }

    /** Only what the batch was announced with can be missing from it or be damaged in it. */
    private Found lacking(FoundLine line) {
        Parcel parcel = line.name() == null ? null : find(line.where(), line.name());
        if (parcel == null || !ofBatch(parcel)) {
            errors.add(FieldError.of(line.where(), "NOT_IN_BATCH", "is not a parcel of this batch"));
        } else if (!again && !isExpected(parcel)) {
            errors.add(FieldError.of(line.where(), "ALREADY_ACCEPTED", "was accepted before"));
        }
        return new Found(line, parcel);
    }

    private @Nullable Parcel find(String where, ParcelName name) {
        List<Parcel> meant = known.stream().filter(name::means).toList();
        if (meant.size() > 1 || meant.stream().anyMatch(name::isVague)) {
            int parcels = meant.getFirst().key().parcelsTotal();
            errors.add(FieldError.of(where, "PARCEL_NO", "the order has " + parcels + " parcels: name one of them"));
            return null;
        }
        Parcel parcel = meant.isEmpty() ? null : meant.getFirst();
        String identity = parcel == null ? name.kind() + name.value() + name.parcelNo() : parcel.id();
        if (!seen.add(identity)) {
            errors.add(FieldError.of(where, "DUPLICATE_ORDER_ID", "is named more than once"));
        }
        return parcel;
    }

    private boolean ofBatch(Parcel parcel) {
        return batch.id().equals(parcel.origin().batchId());
    }

    private boolean isExpectedHere(Parcel parcel) {
        return isExpected(parcel) && parcel.pvzId().equals(batch.destination());
    }

    private static boolean isExpected(Parcel parcel) {
        return parcel.state() == PvzOrderState.EXPECTED;
    }

    private Rejection refusal() {
        Rejection plain = Rejection.invalid(errors);
        boolean duplicates = errors.stream().allMatch(error -> error.code().equals("DUPLICATE_ORDER_ID"));
        return duplicates
                ? new Rejection(
                        plain.kind(),
                        "DUPLICATE_ORDER_ID",
                        "A parcel is named more than once.",
                        errors,
                        plain.members())
                : plain;
    }
}
