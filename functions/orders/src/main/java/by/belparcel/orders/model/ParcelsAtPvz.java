package by.belparcel.orders.model;

import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parcels of one order as its pick-up point speaks of them. Facts of different parcels come in any order and more than
 * once: the newest of each parcel counts, and the order follows the least advanced parcel (domain orders-and-payments 1.2).
 */
public record ParcelsAtPvz(List<ParcelAtPvz> items) {

    public static final ParcelsAtPvz NONE = new ParcelsAtPvz(List.of());

    private static final String PARTIAL = "PARTIAL";

    public ParcelsAtPvz {
        items = List.copyOf(items);
    }

    /** Empty when the point has said this or something newer of the parcel already. */
    public Optional<ParcelsAtPvz> heard(ParcelAtPvz news) {
        return of(news.no()).filter(known -> !news.newerThan(known)).isPresent()
                ? Optional.empty()
                : Optional.of(with(news));
    }

    /** Empty when the point holds or held the parcel, or lacks it already: whatever lay there is not missing. */
    public Optional<ParcelsAtPvz> lacks(int no, String batchId) {
        return of(no).isPresent() ? Optional.empty() : Optional.of(with(new ParcelAtPvz(no, null, 0, null, batchId)));
    }

    public List<ParcelAtPvz> lacking() {
        return items.stream().filter(parcel -> parcel.state() == null).toList();
    }

    /**
     * Empty while parcels are on their way.
     *
     * @param total number of parcels of the order
     * @param partialIssue whether the client may take some and refuse the others
     */
    public Optional<PvzGoal> goal(int total, boolean partialIssue) {
        if (!lacking().isEmpty()) {
            return Optional.of(PvzGoal.of(OrderState.MISSING));
        }
        return items.size() < total ? Optional.empty() : Optional.of(goalOfAll(partialIssue));
    }

    private PvzGoal goalOfAll(boolean partialIssue) {
        if (any(PvzOrderState.ACCEPTED)) {
            return PvzGoal.of(OrderState.READY);
        }
        if (any(PvzOrderState.OVERDUE)) {
            return PvzGoal.of(OrderState.OVERDUE);
        }
        boolean taken =
                any(PvzOrderState.ISSUED) || any(PvzOrderState.RETURNED_BY_CLIENT) || went(ReturnCause.CLIENT_RETURN);
        if (any(PvzOrderState.REFUSED) && !(partialIssue && taken)) {
            return PvzGoal.of(went(ReturnCause.EXPIRED) ? OrderState.OVERDUE : OrderState.READY);
        }
        if (any(PvzOrderState.ISSUED)) {
            boolean all = items.stream().allMatch(parcel -> parcel.state() == PvzOrderState.ISSUED);
            return new PvzGoal(List.of(OrderState.ISSUED), all ? null : PARTIAL);
        }
        boolean here = items.stream().anyMatch(parcel -> parcel.state() != PvzOrderState.RETURNED_TO_COURIER);
        return here ? PvzGoal.of(OrderState.CLIENT_RETURNED) : returning();
    }

    /** The way back passes the state that allows it, should its own fact come later. */
    private PvzGoal returning() {
        if (went(ReturnCause.CLIENT_RETURN)) {
            return new PvzGoal(
                    List.of(OrderState.CLIENT_RETURNED, OrderState.RETURNING), ReturnCause.CLIENT_RETURN.name());
        }
        return went(ReturnCause.EXPIRED)
                ? new PvzGoal(List.of(OrderState.OVERDUE, OrderState.RETURNING), ReturnCause.EXPIRED.name())
                : new PvzGoal(List.of(OrderState.RETURNING), ReturnCause.REFUSED.name());
    }

    private boolean any(PvzOrderState state) {
        return any(parcel -> parcel.state() == state);
    }

    private boolean went(ReturnCause cause) {
        return any(parcel -> parcel.cause() == cause);
    }

    private boolean any(Predicate<ParcelAtPvz> condition) {
        return items.stream().anyMatch(condition);
    }

    private Optional<ParcelAtPvz> of(int no) {
        return items.stream().filter(parcel -> parcel.no() == no).findFirst();
    }

    private ParcelsAtPvz with(ParcelAtPvz news) {
        List<ParcelAtPvz> all = new ArrayList<>(items);
        all.removeIf(parcel -> parcel.no() == news.no());
        all.add(news);
        return new ParcelsAtPvz(all);
    }
}
