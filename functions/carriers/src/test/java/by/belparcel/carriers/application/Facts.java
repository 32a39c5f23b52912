package by.belparcel.carriers.application;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import java.util.List;
import java.util.stream.Stream;

/** What was told about one carrier. */
final class Facts {

    private Facts() {}

    static <E extends CarrierEvent> List<E> of(FunctionHarness harness, Class<E> type, String carrier) {
        return Stream.of(
                        CarrierEvent.Activated.TYPE,
                        CarrierEvent.Deactivated.TYPE,
                        CarrierEvent.AvailabilityChanged.TYPE,
                        CarrierEvent.VehicleChecked.TYPE,
                        CarrierEvent.ShiftStarted.TYPE,
                        CarrierEvent.ShiftEnded.TYPE,
                        CarrierEvent.PanicRaised.TYPE)
                .flatMap(known -> harness.emitted(known).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> event.aggregateId().equals(carrier))
                .toList();
    }

    static List<PlatformEvent.ReferenceUpdated> updates(FunctionHarness harness, String carrier) {
        return harness.emitted(PlatformEvent.ReferenceUpdated.TYPE).stream()
                .filter(event -> event.id().equals(carrier))
                .toList();
    }
}
