package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.counter.AcceptOrder;
import by.belparcel.pickuppoints.application.counter.Acceptance;
import by.belparcel.pickuppoints.application.counter.CounterTerms;
import by.belparcel.pickuppoints.model.CellPlan;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import by.belparcel.pickuppoints.model.Room;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the rows of one import room and cells, in their order; what does not fit is refused row by row. */
final class ImportedShelf {

    private final CounterTerms terms;
    private final Acceptance acceptance;
    private final Room room;
    private final Instant now;
    private final Set<String> taken;
    private int placed;

    /** @param taken cells that hold something */
    ImportedShelf(CounterTerms terms, Acceptance acceptance, Room room, Set<String> taken, Instant now) {
        this.terms = terms;
        this.acceptance = acceptance;
        this.room = room;
        this.taken = new HashSet<>(taken);
        this.now = now;
    }

    ImportedRow place(ImportedRow row) {
        Parcel parcel = row.parcel();
        AcceptOrder order = row.row().order();
        if (parcel == null || order == null) {
            return row;
        }
        Outcome<Goods> goods = acceptance.goods(order, parcel.goods());
        if (goods instanceof Outcome.Refused<Goods> refused) {
            return ImportedRow.refused(row.row(), refused.rejection());
        }
        if (!room.holds(placed + 1, terms.courierPercent())) {
            return ImportedRow.refused(
                    row.row(), Rejection.rule("PVZ_CAPACITY_EXCEEDED", "The pick-up point is full."));
        }
        String wanted = order.cell();
        if (wanted != null && taken.contains(wanted)) {
            return ImportedRow.refused(row.row(), CellPlan.taken(wanted));
        }
        Goods wrapped = java.util.Objects.requireNonNull(((Outcome.Success<Goods>) goods).body());
        return accepted(row, parcel, order, wrapped);
    }

    private ImportedRow accepted(ImportedRow row, Parcel parcel, AcceptOrder order, Goods goods) {
        String cell = order.cell() == null
                ? terms.cells().firstFree(taken, goods.weightG()).orElse(null)
                : order.cell();
        occupy(cell);
        Parcel known = parcel.clientId() == null ? parcel.forClient(order.userId()) : parcel;
        Parcel accepted = ParcelSteps.accepted(known, goods, cell, acceptance.until(order, now), now);
        return new ImportedRow(row.row(), accepted, null);
    }

    private void occupy(@Nullable String cell) {
        placed++;
        if (cell != null) {
            taken.add(cell);
        }
    }
}
