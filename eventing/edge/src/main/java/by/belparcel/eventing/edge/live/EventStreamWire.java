package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.handling.LiveFrame;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Server-sent events: each frame a chunk of an answer without an end. */
public final class EventStreamWire implements Wire {

    private final Channel channel;
    private final Sinks.Empty<Void> ended = Sinks.empty();

    public EventStreamWire(Channel channel) {
        this.channel = channel;
    }

    /** Completes when the server has said everything. */
    public Mono<Void> ended() {
        return ended.asMono();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean isTwoWay() {
        return false;
    }

    @Override
    public void write(LiveFrame frame) {
        String id = frame.cursor() == null ? "" : "id: " + frame.cursor() + "\n";
        send(id + "event: " + frame.type() + "\ndata: " + frame.json() + "\n\n");
    }

    @Override
    public void heartbeat() {
        send(": heartbeat\n\n");
        channel.flush();
    }

    @Override
    public void end(int code, String reason) {
        channel.flush();
        ended.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var unused = channel.write(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
    }
}
