package by.belparcel.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A position as a device reported it. @param source gps, network or manual @param seq the device's own counter @param mock whether the device says that it is simulated */
public record FixLine(
        double lat,
        double lng,
        double accuracyM,
        @Nullable Double speedMps,
        @Nullable Integer heading,
        @Nullable Double altitude,
        @Nullable Integer battery,
        @Nullable Boolean isMoving,
        @Nullable String source,
        Instant deviceTime,
        Instant receivedTime,
        long seq,
        @Nullable Boolean mock) {}
