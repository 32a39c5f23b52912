package by.belparcel.eventing.handling;

import org.jspecify.annotations.Nullable;

/**
 * The handler's side of one live connection. Every call comes on the connection's own thread, one at a time. Frames are asked
 * for only while the network takes them, so whatever waits is the handler's to merge or to drop.
 */
public interface LiveClient {

    /** A text frame of the client; never called for server-sent events. */
    void received(String text);

    /** The next frame, null when there is none now; after {@link LiveSession#wake()} it is asked again. */
    @Nullable
    LiveFrame next();

    /** The connection is gone, whoever ended it. Called once. */
    void closed();
}
