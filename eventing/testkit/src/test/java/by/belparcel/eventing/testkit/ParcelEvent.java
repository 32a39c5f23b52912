package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sample context's language. */
sealed interface ParcelEvent extends DomainEvent {

    String parcelId();

    @Override
    default String aggregateId() {
        return parcelId();
    }

    record Registered(String parcelId, String shopId, int weight) implements ParcelEvent {

        static final EventType<Registered> TYPE = EventType.v1("parcel.registered", "events.parcel", Registered.class);

        @Override
        public EventType<Registered> type() {
            return TYPE;
        }
    }

    record Weighed(String parcelId, int grams, @Nullable String scale) implements ParcelEvent {

        static final EventType<Weighed> TYPE = EventType.v1("parcel.weighed", "events.parcel", Weighed.class);

        @Override
        public EventType<Weighed> type() {
            return TYPE;
        }
    }

    record Corrected(String parcelId, int grams) implements ParcelEvent {

        static final EventType<Corrected> TYPE = EventType.v1("parcel.corrected", "events.parcel", Corrected.class);

        @Override
        public EventType<Corrected> type() {
            return TYPE;
        }
    }

    record TimerFired(String parcelId, String kind) implements ParcelEvent {

        static final EventType<TimerFired> TYPE = EventType.v1("timer.fired", "events.platform", TimerFired.class);

        @Override
        public EventType<TimerFired> type() {
            return TYPE;
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of("timerkind", kind);
        }
    }
}
