package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.handling.LiveClient;
import by.belparcel.eventing.handling.LiveHandler;
import by.belparcel.eventing.handling.LiveSession;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.store.Database;
import by.belparcel.tracking.stream.model.Limits;
import reactor.core.publisher.Mono;

/** Serves the live stream, over WebSockets and as server-sent events alike. */
public final class StreamHandler implements LiveHandler {

    private final Database database;
    private final Tickets tickets;
    private final FeedLog log;
    private final Tail tail;
    private final Limits limits;

    public StreamHandler(Database database, Tickets tickets, FeedLog log, Tail tail, Limits limits) {
        this.database = database;
        this.tickets = tickets;
        this.log = log;
        this.tail = tail;
        this.limits = limits;
    }

    @Override
    public Mono<Principal> redeem(String ticket) {
        return database.inTransaction(tx -> tickets.redeem(tx, ticket));
    }

    @Override
    public LiveClient open(LiveSession session) {
        StreamClient client = new StreamClient(session, log, tail, limits);
        client.start();
        return client;
    }
}
