package by.belparcel.trips.model;

import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch as trips know it.
 *
 * @param state CLOSED (waits for a trip), PLANNED, PICKED_UP, DELIVERED, RECEIVED_AT_HUB, SPLIT or CANCELLED
 */
public record TripBatch(
        String id,
        String number,
        String originId,
        DestinationType destType,
        String destId,
        ServiceClass service,
        BatchState state,
        List<String> orderIds,
        long weightG,
        long volumeCm3) {

    public TripBatch {
        orderIds = List.copyOf(orderIds);
    }

    public int slots() {
        return orderIds.size();
    }

    /** In the vehicle at this moment. */
    public boolean onBoard() {
        return state == BatchState.PICKED_UP;
    }

    /** Still wants something of the trip. */
    public boolean open() {
        return state == BatchState.PLANNED || state == BatchState.PICKED_UP;
    }

    /** Equal shares that add up to the batch. */
    public List<TripOrder> orders() {
        List<TripOrder> shares = new ArrayList<>();
        int n = orderIds.size();
        for (int i = 0; i < n; i++) {
            shares.add(new TripOrder(
                    orderIds.get(i),
                    weightG * (i + 1) / n - weightG * i / n,
                    volumeCm3 * (i + 1) / n - volumeCm3 * i / n));
        }
        return List.copyOf(shares);
    }

    public TripBatch withState(BatchState other) {
        return new TripBatch(id, number, originId, destType, destId, service, other, orderIds, weightG, volumeCm3);
    }

    public TripBatch withContent(List<String> ids, long weight, long volume) {
        return new TripBatch(id, number, originId, destType, destId, service, state, ids, weight, volume);
    }
}
