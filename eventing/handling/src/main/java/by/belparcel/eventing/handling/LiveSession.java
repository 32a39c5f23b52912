package by.belparcel.eventing.handling;

import java.time.Duration;

/** One live connection as its handler sees it. Methods may be called from any thread. */
public interface LiveSession {

    Principal principal();

    /** Path variables and query parameters; {@code last-event-id} among the headers of server-sent events. */
    RequestParameters parameters();

    /** Cursors bound to this caller. */
    Cursors cursors();

    /** Runs work on the connection's thread; dropped when the connection is gone. */
    void execute(Runnable work);

    /** As {@link #execute}, later. */
    void schedule(Runnable work, Duration delay);

    /** There may be frames: {@link LiveClient#next()} is asked while the network takes them. */
    void wake();

    /** The client sent what nobody understands: an error frame, and after the third one the connection is closed (1008). */
    void refuse(String code);

    /** @param code status code of RFC 6455 or of the 4000 range; server-sent events just end */
    void close(int code, String reason);

    /** Adds one to a counter of the process. */
    void count(String metric);
}
