package by.belparcel.eventing.edge.call;

import by.belparcel.eventing.inbox.Reply;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;

/** Ends the handling of a request inside the edge with a refusal; it never leaves the edge and has no stack trace. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply.Refusal refusal;

    public Refused(Rejection rejection) {
        this(rejection, Map.of());
    }

    public Refused(Rejection rejection, Map<String, String> headers) {
        super(rejection.code(), null, false, false);
        this.refusal = new Reply.Refusal(rejection, headers);
    }

    public Reply.Refusal refusal() {
        return refusal;
    }
}
