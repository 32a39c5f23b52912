package by.belparcel.tracking.stream.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.stream.application.Feed;
import by.belparcel.tracking.stream.application.TidyStream;
import by.belparcel.tracking.stream.model.FeedKind;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The feed in PostgreSQL. */
public final class FeedRows implements Feed, TidyStream.Ring {

    /** For a writer that puts the row into a statement of its own: binds kind, trip id, payload. */
    public static final String INSERT = "insert into tracking.feed (kind, trip_id, payload) values ($1, $2, $3::jsonb)";

    @Override
    public Mono<Void> append(Transaction tx, FeedKind kind, String tripId, ObjectNode payload) {
        return tx.update(INSERT, kind.code(), tripId, Json.mapper().writeValueAsString(payload))
                .then();
    }

    @Override
    public Mono<Void> rotate(Transaction tx) {
        return tx.first("select tracking.feed_rotate()", row -> true).then();
    }
}
