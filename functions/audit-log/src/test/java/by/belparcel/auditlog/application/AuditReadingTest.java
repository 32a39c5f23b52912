package by.belparcel.auditlog.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.auditlog.PvzFacts;
import by.belparcel.auditlog.model.AuditEntry;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditReadingTest {

    @Test
    void readsNamesPlacesAndTimesOfAParcel() {
        PvzFacts parcel = PvzFacts.at(PvzFacts.MINSK);
        PvzOrderEvent.Issued issued = parcel.issued(5);

        AuditEntry entry =
                AuditReading.of(issued, TestEvents.envelope(issued, 3).metadata());

        assertThat(entry.eventId()).isEqualTo(issued.eventId());
        assertThat(entry.kind()).isEqualTo("pvz-order.issued");
        assertThat(entry.occurredAt()).isEqualTo(PvzFacts.minute(5));
        assertThat(entry.actors()).contains("system", "anna", "worker:anna");
        assertThat(entry.targets()).containsExactly(parcel.parcel(), parcel.order(), PvzFacts.MINSK);
        assertThat(entry.pvzId()).isEqualTo(PvzFacts.MINSK);
        assertThat(entry.parcelState()).isEqualTo("ISSUED");
        assertThat(entry.version()).isEqualTo(3);
        assertThat(entry.payload()).contains("\"event_type\":\"pvz-order.issued\"");
    }

    @Test
    void readsWhatIsAboutNoParcel() {
        PvzEvent.ExtraFound found =
                new PvzEvent.ExtraFound(null, "batch-1", PvzFacts.BREST, "no label", List.of(), PvzFacts.minute(1));

        AuditEntry entry = AuditReading.of(found, TestEvents.envelope(found, 1).metadata());

        assertThat(entry.kind()).isEqualTo("parcel.extra-found");
        assertThat(entry.parcelState()).isNull();
        assertThat(entry.targets()).containsExactly("batch-1", PvzFacts.BREST);
        assertThat(entry.chain(16)).isBetween(0, 15);
    }
}
