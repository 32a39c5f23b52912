package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.DomainEvent;
import java.time.Instant;

/** Makes the fact that tells that a timer fired; its attributes carry {@code timerkind}. */
@FunctionalInterface
public interface TimerEvents {

    DomainEvent fired(String id, String kind, String subject, Instant dueAt);
}
