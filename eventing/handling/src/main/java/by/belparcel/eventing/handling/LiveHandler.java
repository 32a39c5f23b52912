package by.belparcel.eventing.handling;

import reactor.core.publisher.Mono;

/** Serves live connections (WebSocket or server-sent events) of one route. */
public interface LiveHandler {

    /**
     * Redeems a one-time ticket.
     *
     * @return who presents it, with the id and the end of the token it was issued for; empty for an unknown, used or expired one
     */
    Mono<Principal> redeem(String ticket);

    /** Called once for each admitted connection, on that connection's thread. */
    LiveClient open(LiveSession session);
}
