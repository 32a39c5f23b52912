package by.belparcel.orders.model;

import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import java.util.ArrayList;
import java.util.List;

/** What can happen to a parcel at a pick-up point, from its acceptance to its end. */
final class ParcelStories {

    static final List<String> STORIES = List.of(
            "ACCEPTED",
            "ACCEPTED ISSUED",
            "ACCEPTED ISSUED RETURNED_BY_CLIENT",
            "ACCEPTED ISSUED RETURNED_BY_CLIENT RETURNED_TO_COURIER/CLIENT_RETURN",
            "ACCEPTED REFUSED",
            "ACCEPTED REFUSED RETURNED_TO_COURIER/REFUSED",
            "ACCEPTED OVERDUE",
            "ACCEPTED OVERDUE RETURNED_TO_COURIER/EXPIRED",
            "ACCEPTED RETURNED_TO_COURIER/EXPIRED",
            "ACCEPTED OVERDUE ACCEPTED OVERDUE ACCEPTED ISSUED",
            "ACCEPTED OVERDUE ACCEPTED OVERDUE RETURNED_TO_COURIER/EXPIRED");

    private ParcelStories() {}

    static List<ParcelAtPvz> of(int no, String story) {
        List<ParcelAtPvz> facts = new ArrayList<>();
        for (String word : story.split(" ")) {
            String[] parts = word.split("/");
            ReturnCause cause = parts.length > 1 ? ReturnCause.valueOf(parts[1]) : null;
            facts.add(new ParcelAtPvz(no, PvzOrderState.valueOf(parts[0]), facts.size() + 2L, cause, null));
        }
        return facts;
    }
}
