package by.belparcel.eventing.edge.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells when the channel takes more again. */
final class Writability extends ChannelInboundHandlerAdapter {

    private final Runnable changed;

    Writability(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            changed.run();
        }
        context.fireChannelWritabilityChanged();
    }
}
