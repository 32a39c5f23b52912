package by.belparcel.carriers.application;

import by.belparcel.carriers.model.CarrierEdit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changes a carrier.
 *
 * @param reason 5 to 500 characters
 * @param force deactivate although he has a trip
 */
public record EditCarrier(
        CarrierEdit edit,
        String reason,
        boolean force,
        @Nullable Long expectedVersion) {}
