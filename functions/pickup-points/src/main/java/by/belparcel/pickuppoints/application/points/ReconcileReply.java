package by.belparcel.pickuppoints.application.points;

import by.belparcel.pickuppoints.application.ParcelView;
import java.util.List;

/**
 * What should be there against what was scanned.
 *
 * @param expected how many parcels the books have at the point
 * @param scanned how many different names were scanned
 * @param missing in the books, not scanned
 * @param extra scanned, not in the books
 */
public record ReconcileReply(String pvzId, int expected, int scanned, List<ParcelView> missing, List<String> extra) {}
