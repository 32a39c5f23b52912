package by.belparcel.eventing.edge;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;

/** An event for tests. */
record ThingEvent(String thingId, String name) implements DomainEvent {

    static final EventType<ThingEvent> TYPE = EventType.v1("thing.made", "events.thing", ThingEvent.class);

    @Override
    public EventType<?> type() {
        return TYPE;
    }

    @Override
    public String aggregateId() {
        return thingId;
    }
}
