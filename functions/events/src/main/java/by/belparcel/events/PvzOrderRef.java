package by.belparcel.events;

import by.belparcel.kernel.PvzOrderState;
import org.jspecify.annotations.Nullable;

/**
 * The parcel as the original contract of pick-up points names it.
 *
 * @param id the external number where there is one, else the id at the point
 * @param userId the client: a number or a reference, never a contact
 * @param status the state after the fact
 */
public record PvzOrderRef(String id, @Nullable String userId, PvzOrderState status) {}
