package by.belparcel.eventing.edge.live;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a client's frames are worth: only text, only UTF-8, only so many a minute. */
public final class SocketInput {

    private final Connection connection;
    private final FrameRate rate;

    public SocketInput(Connection connection, LiveSettings settings) {
        this.connection = connection;
        this.rate = new FrameRate(settings.framesPerMinute());
    }

    /** The frame stays the caller's to release. */
    public void accept(WebSocketFrame frame) {
        connection.heard();
        if (frame instanceof PongWebSocketFrame) {
            return;
        }
        if (!rate.take(System.nanoTime())) {
            connection.close(CloseCode.POLICY, "too many frames");
        } else if (frame instanceof TextWebSocketFrame) {
            String text = text(frame.content());
            if (text == null) {
                connection.close(CloseCode.NOT_UTF8, "not UTF-8");
            } else {
                connection.received(text);
            }
        } else if (!(frame instanceof PingWebSocketFrame)) {
            connection.close(CloseCode.NOT_TEXT, "text frames only");
        }
    }

    private static @Nullable String text(ByteBuf content) {
        ByteBuffer bytes = content.nioBuffer();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
