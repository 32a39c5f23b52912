package by.belparcel.batching.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The known failure on purpose: a batch former that reads the ids of a key first and deletes the rows of the key in a later
 * transaction. What it loses shows that the promise of {@link ConcurrentFormingIT} is not empty.
 */
class OldWayIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private TestDatabase database;

    @BeforeEach
    void aTableOfPendingOrders() {
        database = POSTGRES.database();
        database.execute("create table if not exists batching.old_pending (key text, order_id text)");
        database.execute("create table if not exists batching.old_batched (order_id text)");
        database.execute("truncate batching.old_pending, batching.old_batched");
    }

    @Test // D8
    void losesTheOrderThatArrivesBetweenReadingAndDeleting() {
        add("first");

        closeTheOldWay(() -> add("second"));

        assertThat(database.texts("select order_id from batching.old_batched")).containsExactly("first");
        assertThat(database.texts("select order_id from batching.old_pending")).isEmpty();
    }

    private void add(String order) {
        database.execute("insert into batching.old_pending values ('minsk-brest', ?)", order);
    }

    private void closeTheOldWay(Runnable meanwhile) {
        List<String> orders = database.texts("select order_id from batching.old_pending where key = 'minsk-brest'");
        orders.forEach(order -> database.execute("insert into batching.old_batched values (?)", order));
        meanwhile.run();
        database.execute("delete from batching.old_pending where key = 'minsk-brest'");
    }
}
