package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.handling.LiveFrame;
import io.netty.channel.Channel;

/** How frames get to the client. Used on the channel's event loop only. */
public interface Wire {

    Channel channel();

    /** Whether the client sends frames and is heard of at each heartbeat. */
    boolean isTwoWay();

    void write(LiveFrame frame);

    /** Something that keeps proxies from thinking that the connection is dead. */
    void heartbeat();

    void end(int code, String reason);
}
