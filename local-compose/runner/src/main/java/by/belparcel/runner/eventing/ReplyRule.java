package by.belparcel.runner.eventing;

import by.belparcel.runner.serving.ClusterNetwork.Reply;
import java.net.URI;

/** What happens to the body of a successful answer. */
@FunctionalInterface
interface ReplyRule {

    Verdict judge(Reply reply, URI from, int hops);

    /** A KafkaSource does not look at answers. */
    static ReplyRule discard() {
        return (reply, from, hops) -> new Verdict.Accepted();
    }
}
