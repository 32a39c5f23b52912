package by.belparcel.eventing.handling;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;

/** Collects the facts of a transaction; they are appended to the outbox in one statement before the commit. */
public interface Emitter {

    /** @param aggregateVersion version of the aggregate after this fact; two facts of one transaction may share it */
    void emit(DomainEvent event, long aggregateVersion);

    /** Sends an event once more as it is (a redrive): id, source, data and all metadata are taken from the envelope. */
    void repeat(EventEnvelope event, String topic);
}
