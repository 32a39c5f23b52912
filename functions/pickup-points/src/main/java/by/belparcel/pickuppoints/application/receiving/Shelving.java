package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Packaging;
import by.belparcel.pickuppoints.application.counter.Acceptance;
import by.belparcel.pickuppoints.application.counter.CounterTerms;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatch.AcceptedLine;
import by.belparcel.pickuppoints.application.receiving.Sorted.Taken;
import by.belparcel.pickuppoints.model.CellPlan;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wraps the parcels of a receipt, and gives each its cell and deadline. */
final class Shelving {

    private final CounterTerms terms;
    private final Acceptance acceptance;
    private final Instant now;
    private final Set<String> cells;

    /** @param occupied cells that hold something */
    Shelving(CounterTerms terms, Set<String> occupied, Instant now) {
        this.terms = terms;
        this.acceptance = new Acceptance(terms);
        this.now = now;
        this.cells = new HashSet<>(occupied);
    }

    /** All of them, or the first refusal with the place in the request. */
    Outcome<List<Parcel>> shelve(List<Taken> parcels) {
        List<Parcel> shelved = new ArrayList<>();
        for (Taken taken : wantedFirst(parcels)) {
            Outcome<Parcel> one = shelve(taken);
            if (one instanceof Outcome.Refused<Parcel> refused) {
                return Outcome.refused(
                        refused.rejection().with("at", taken.line().where()));
            }
            shelved.add(Objects.requireNonNull(((Outcome.Success<Parcel>) one).body()));
        }
        return Outcome.ok(List.copyOf(shelved));
    }

    /** A cell that a worker chose is not given to another parcel before. */
    private static List<Taken> wantedFirst(List<Taken> parcels) {
        List<Taken> sorted = new ArrayList<>(parcels);
        sorted.sort(java.util.Comparator.comparing(taken -> taken.line().cell() == null));
        return sorted;
    }

    private Outcome<Parcel> shelve(Taken taken) {
        Outcome<Goods> goods = goods(taken.line(), taken.parcel().goods());
        if (goods instanceof Outcome.Refused<Goods> refused) {
            return Outcome.refused(refused.rejection());
        }
        Instant until = taken.line().storageUntil() == null
                ? now.plus(terms.usualStorage())
                : taken.line().storageUntil();
        Optional<Rejection> tooLong = terms.rules().keepUntil(until, now);
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        Goods wrapped = Objects.requireNonNull(((Outcome.Success<Goods>) goods).body());
        String wanted = taken.line().cell();
        if (wanted != null && !cells.add(wanted)) {
            return Outcome.refused(CellPlan.taken(wanted));
        }
        String cell = wanted == null ? free(wrapped.weightG()) : wanted;
        return Outcome.ok(ParcelSteps.accepted(taken.parcel(), wrapped, cell, until, now));
    }

    private @Nullable String free(int weightG) {
        Optional<String> cell = terms.cells().firstFree(cells, weightG);
        cell.ifPresent(cells::add);
        return cell.orElse(null);
    }

    private Outcome<Goods> goods(AcceptedLine line, Goods known) {
        String wanted = line.packaging();
        if (wanted == null) {
            return acceptance.goods(known);
        }
        Outcome<Packaging> named = acceptance.packaging(wanted, line.where().replace("/order_id", "/package"));
        if (named instanceof Outcome.Refused<Packaging> refused) {
            return Outcome.refused(refused.rejection());
        }
        Packaging packaging = Objects.requireNonNull(((Outcome.Success<Packaging>) named).body());
        return acceptance.goods(
                new Goods(packaging, known.weightG(), known.price(), known.surcharge(), known.paymentMethod()));
    }
}
