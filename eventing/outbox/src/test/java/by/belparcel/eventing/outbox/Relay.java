package by.belparcel.eventing.outbox;

import java.sql.SQLException;

/** What moves events from the log to Kafka in an interleaving. */
interface Relay extends AutoCloseable {

    /** One call of the function, which may fail half way. */
    void run() throws SQLException;

    /** Works without failures until nothing is left. */
    void finish() throws SQLException;

    @Override
    default void close() throws SQLException {}
}
