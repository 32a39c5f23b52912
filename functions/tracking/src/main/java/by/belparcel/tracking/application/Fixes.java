package by.belparcel.tracking.application;

import by.belparcel.events.FixLine;
import by.belparcel.events.TrackingEvent;
import by.belparcel.tracking.model.Fix;

/** Fixes as they stand in events. */
final class Fixes {

    private Fixes() {}

    static Fix of(TrackingEvent.LocationReported event) {
        return new Fix(
                event.carrierId(),
                event.seq(),
                event.lat(),
                event.lng(),
                event.accuracyM(),
                event.speedMps(),
                event.heading(),
                event.altitude(),
                event.battery(),
                event.isMoving(),
                event.source(),
                Boolean.TRUE.equals(event.mock()),
                event.deviceTime(),
                event.receivedTime());
    }

    static FixLine line(Fix fix) {
        return new FixLine(
                fix.lat(),
                fix.lng(),
                fix.accuracyM(),
                fix.speedMps(),
                fix.heading(),
                fix.altitude(),
                fix.battery(),
                fix.isMoving(),
                fix.source(),
                fix.deviceTime(),
                fix.receivedTime(),
                fix.seq(),
                fix.mock() ? Boolean.TRUE : null);
    }
}
