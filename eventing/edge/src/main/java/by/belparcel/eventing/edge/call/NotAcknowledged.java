package by.belparcel.eventing.edge.call;

import by.belparcel.eventing.inbox.EventReply;

/** How an event function says anything but yes: its answer as an error signal, without a stack trace. */
public final class NotAcknowledged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient EventReply reply;

    public NotAcknowledged(EventReply reply) {
        super("status " + reply.status(), reply.cause(), false, false);
        this.reply = reply;
    }

    public EventReply reply() {
        return reply;
    }
}
