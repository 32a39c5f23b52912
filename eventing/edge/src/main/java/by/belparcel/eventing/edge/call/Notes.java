package by.belparcel.eventing.edge.call;

import by.belparcel.eventing.envelope.EventMetadata;
import org.jspecify.annotations.Nullable;

/** What is learnt about a request on its way, for the span and the log line. Written and read by one request at a time. */
public final class Notes {

    private volatile Trace trace;
    private volatile @Nullable EventMetadata event;
    private volatile @Nullable String outcome;
    private volatile @Nullable String actor;

    public Notes(Trace trace) {
        this.trace = trace;
    }

    public Trace trace() {
        return trace;
    }

    /** The trace of an event is the one it travels in, not that of whoever delivers it. */
    public void event(EventMetadata metadata, Trace continued) {
        event = metadata;
        trace = continued;
    }

    public @Nullable EventMetadata event() {
        return event;
    }

    public void outcome(String text) {
        outcome = text;
    }

    public @Nullable String outcome() {
        return outcome;
    }

    public void actor(String text) {
        actor = text;
    }

    public @Nullable String actor() {
        return actor;
    }
}
