package by.belparcel.runner.eventing;

import by.belparcel.runner.serving.ClusterNetwork.Reply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.CompletionException;

/**
 * A Trigger publishes answers that are events straight to its broker's topic; an answer with a body that is no event is a
 * failure, although the function did its work. A reply that went round too often is dropped: Knative itself has no such guard.
 */
final class BrokerReplies implements ReplyRule {

    static final int MOST_HOPS = 255;
    private static final Logger LOG = System.getLogger(BrokerReplies.class.getName());

    private final Publication publisher;
    private final String topic;

    BrokerReplies(Publication publisher, String topic) {
        this.publisher = publisher;
        this.topic = topic;
    }

    @Override
    public Verdict judge(Reply reply, URI from, int hops) {
        boolean claims = HttpFormat.claimsEvent(reply.headers());
        if (!claims && reply.body().length == 0) {
            return new Verdict.Accepted();
        }
        if (!claims) {
            return Verdict.refused("unknown encoding and non empty response", from);
        }
        try {
            Event event = HttpFormat.read(reply.headers(), reply.body());
            if (hops >= MOST_HOPS) {
                LOG.log(Level.ERROR, "LOOP: reply of {0} dropped after {1} hops: {2}", from, hops, event.identity());
                return new Verdict.Accepted();
            }
            publisher.publish(topic, event, false, hops + 1).join();
            return new Verdict.Accepted();
        } catch (NoEventException e) {
            return Verdict.refused("undecodable reply: " + e.getMessage(), from);
        } catch (CompletionException e) {
            return Verdict.refused("reply not published: " + e.getMessage(), from);
        }
    }
}
