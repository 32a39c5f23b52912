package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.handling.LiveFrame;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import reactor.netty.http.websocket.WebsocketOutbound;

/** A WebSocket after its upgrade. */
public final class WebSocketWire implements Wire {

    private final Channel channel;
    private final WebsocketOutbound out;

    public WebSocketWire(Channel channel, WebsocketOutbound out) {
        this.channel = channel;
        this.out = out;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean isTwoWay() {
        return true;
    }

    @Override
    public void write(LiveFrame frame) {
        var unused = channel.write(new TextWebSocketFrame(frame.json()));
    }

    @Override
    public void heartbeat() {
        var unused = channel.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
    }

    @Override
    public void end(int code, String reason) {
        channel.flush();
        out.sendClose(code, reason).subscribe(sent -> {}, gone -> {});
    }
}
