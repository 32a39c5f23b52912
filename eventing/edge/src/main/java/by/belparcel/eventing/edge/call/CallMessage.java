package by.belparcel.eventing.edge.call;

import java.util.Map;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/** A message into a function. It draws no random id, which a cold process would pay for. */
public final class CallMessage implements Message<byte[]> {

    private static final MessageHeaders NO_HEADERS = new NoHeaders();

    private final byte[] body;
    private final Call call;

    public CallMessage(byte[] body, Call call) {
        this.body = body;
        this.call = call;
    }

    public Call call() {
        return call;
    }

    @Override
    public byte[] getPayload() {
        return body;
    }

    @Override
    public MessageHeaders getHeaders() {
        return NO_HEADERS;
    }

    /**
     * No headers of the request reach the message, so none can be mirrored into a reply. The content type keeps the catalogue
     * from looking into the payload: it would call the function once for each element of a JSON array.
     */
    static final class NoHeaders extends MessageHeaders {

        private static final long serialVersionUID = 1L;

        NoHeaders() {
            super(Map.of(CONTENT_TYPE, "text/plain"), ID_VALUE_NONE, -1L);
        }
    }
}
