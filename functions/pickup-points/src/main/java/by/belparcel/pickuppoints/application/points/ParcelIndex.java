package by.belparcel.pickuppoints.application.points;

import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelKey;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many parcels by all that a name may say of them, so that thousands of names are not compared with thousands of parcels. */
final class ParcelIndex {

    private final Map<String, List<Parcel>> byText = new HashMap<>();

    ParcelIndex(List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            ParcelKey key = parcel.key();
            put(parcel.id(), parcel);
            put(key.externalRef() == null ? null : Long.toString(key.externalRef()), parcel);
            put(key.orderId(), parcel);
            put(key.orderNumber(), parcel);
        }
    }

    List<Parcel> meant(ParcelName name) {
        return byText.getOrDefault(name.value(), List.of()).stream()
                .filter(name::means)
                .toList();
    }

    private void put(@Nullable String text, Parcel parcel) {
        if (text != null) {
            byText.computeIfAbsent(text, any -> new ArrayList<>(1)).add(parcel);
        }
    }
}
