package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.events.PlatformEvent;
import java.time.Instant;
import java.util.List;

/** Tells the other contexts what a carrier is now. */
final class Announcement {

    private Announcement() {}

    static PlatformEvent of(Carrier carrier, List<String> changed, Instant at) {
        return new PlatformEvent.ReferenceUpdated(
                "carrier", carrier.id(), carrier.editVersion(), changed, carrier.state(), at);
    }
}
