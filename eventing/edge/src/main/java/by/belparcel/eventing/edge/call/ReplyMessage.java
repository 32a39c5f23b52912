package by.belparcel.eventing.edge.call;

import by.belparcel.eventing.inbox.Reply;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/** A message out of a function. */
public final class ReplyMessage implements Message<byte[]> {

    private static final byte[] NOTHING = new byte[0];
    private static final MessageHeaders NO_HEADERS = new CallMessage.NoHeaders();

    private final Reply reply;

    public ReplyMessage(Reply reply) {
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }

    @Override
    public byte[] getPayload() {
        return reply instanceof Reply.Answer answer ? answer.body() : NOTHING;
    }

    @Override
    public MessageHeaders getHeaders() {
        return NO_HEADERS;
    }
}
