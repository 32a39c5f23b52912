package by.belparcel.events;

import by.belparcel.kernel.StopType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stop of a plan. @param batches batches picked up (PICKUP) or handed over (HUB, PVZ) here */
public record StopPlan(
        int seq,
        StopType type,
        String placeId,
        double lat,
        double lng,
        Instant plannedArrival,
        @Nullable Instant windowTo,
        int serviceS,
        List<String> batches) {}
