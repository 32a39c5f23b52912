package by.belparcel.references.application;

import by.belparcel.events.PlatformEvent;
import by.belparcel.references.model.Reference;
import java.time.Instant;
import java.util.List;

/** Tells the other contexts what a reference is now. */
final class Announcement {

    private Announcement() {}

    static PlatformEvent of(Reference reference, List<String> changed, Instant at) {
        return new PlatformEvent.ReferenceUpdated(
                reference.kind(), reference.id(), reference.version(), changed, reference.state(), at);
    }
}
