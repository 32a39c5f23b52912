package by.belparcel.pickuptickets.model;

import org.jspecify.annotations.Nullable;

/**
 * Which code a ticket has.
 *
 * @param length 6 digits, 8 for lockers
 * @param counter counter of the present code; 0 = there was none yet
 * @param hash what is stored of it, absent before the first code
 */
public record CodeSlot(int length, int counter, @Nullable String hash) {

    public static final CodeSlot NONE = new CodeSlot(PickupCode.LENGTH, 0, null);
}
