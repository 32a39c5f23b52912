package by.belparcel.eventing.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Canonical events. */
final class Samples {

    record Weighed(
            String parcelId,
            int grams,
            @Nullable String scale,
            @Nullable List<Line> lines) implements DomainEvent {

        static final EventType<Weighed> TYPE = EventType.v1("parcel.weighed", "events.parcel", Weighed.class);

        @Override
        public EventType<Weighed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return parcelId;
        }
    }

    record Line(String lineNo) {}

    private Samples() {}

    static EventMetadata metadata() {
        return new EventMetadata(
                "0190a7c0-0000-7000-8000-000000000001",
                "/belparcel/placeOrder",
                "by.belparcel.parcel.weighed.v1",
                "p-1",
                Instant.parse("2026-11-20T08:00:00.120Z"),
                "p-1",
                7,
                "c-1",
                "c-1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                null,
                "operator:o-1",
                false,
                null,
                Map.of("timerkind", "batch.age"));
    }

    static EventEnvelope envelope() {
        return EventEncoder.envelope(metadata(), new Weighed("p-1", 70, null, null));
    }

    static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/golden/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
