package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every {@link Database} must keep: all or nothing, and every connection comes back. */
public abstract class DatabaseContract {

    private static final Duration PATIENCE = FunctionHarness.PATIENCE;

    /** A database whose pool is the one under test. */
    protected abstract TestDatabase testDatabase();

    private Database database() {
        return testDatabase().database();
    }

    @BeforeEach
    public void createTable() {
        testDatabase().execute("create table public.contract (n integer primary key, what text)");
    }

    @AfterEach
    public void dropTable() {
        testDatabase().execute("drop table public.contract");
    }

    private static Mono<Long> insert(Transaction tx, int n) {
        return tx.update("insert into public.contract values ($1, $2::text)", n, null);
    }

    private List<String> rows() {
        return testDatabase().texts("select n from public.contract order by n");
    }

    private void nothingIsLeft() {
        Held.await(() -> testDatabase().borrowedConnections() == 0, "a connection leaked");
        assertThat(rows()).isEmpty();
    }

    @Test
    public void commitsWhatCompletes() {
        assertThat(database().inTransaction(tx -> insert(tx, 1)).block(PATIENCE))
                .isEqualTo(1);
        assertThat(database().<Void>inTransaction(tx -> insert(tx, 2).then()).block(PATIENCE))
                .isNull();
        assertThat(rows()).containsExactly("1", "2");
    }

    @Test
    public void rollsBackWhatFails() {
        assertThatThrownBy(() -> database()
                        .inTransaction(tx -> insert(tx, 1).then(Mono.error(new IllegalStateException("no"))))
                        .block(PATIENCE))
                .hasMessageContaining("no");
        nothingIsLeft();
    }

    @Test
    public void rollsBackWhatThrowsBeforeItBegins() {
        assertThatThrownBy(() -> database()
                        .inTransaction(tx -> {
                            throw new IllegalStateException("no");
                        })
                        .block(PATIENCE))
                .hasMessageContaining("no");
        nothingIsLeft();
    }

    @Test
    public void rollsBackWhatIsNotToBeKept() {
        assertThat(database()
                        .inTransaction(tx -> insert(tx, 1), changed -> false)
                        .block(PATIENCE))
                .isEqualTo(1);
        nothingIsLeft();
    }

    @Test
    public void rollsBackWhatIsCancelled() {
        Held held = new Held();
        held.cancelThere(database().inTransaction(tx -> held.after(insert(tx, 1))), testDatabase());
        nothingIsLeft();
    }

    @Test
    public void doesNotCommitATransactionWhoseErrorWasSwallowed() {
        Mono<Long> swallowed = database()
                .inTransaction(tx -> insert(tx, 1)
                        .then(tx.update("insert into public.nowhere values (1)").onErrorReturn(0L)));

        assertThatThrownBy(() -> swallowed.block(PATIENCE)).isNotNull();
        nothingIsLeft();
    }

    @Test
    public void readsRowsInOrderAndPagesThem() {
        List<Integer> all = database()
                .reading(tx -> tx.all(
                                "select g as n from generate_series(1, 1000) g", row -> row.get("n", Integer.class))
                        .collectList())
                .block(PATIENCE);
        List<Integer> paged = database()
                .inTransaction(tx -> tx.stream(
                                "select g as n from generate_series(1, 1000) g",
                                100,
                                row -> row.get("n", Integer.class))
                        .collectList())
                .block(PATIENCE);

        assertThat(all).hasSize(1000).isSorted().isEqualTo(paged);
        assertThat(testDatabase().borrowedConnections()).isZero();
    }

    @Test
    public void takesTheFirstRowOrNone() {
        assertThat(database()
                        .reading(tx -> tx.first("select 1 as n where false", row -> row.get("n", Integer.class)))
                        .block(PATIENCE))
                .isNull();
        assertThat(database()
                        .reading(tx -> tx.first(
                                "select g as n from generate_series(3, 5) g", row -> row.get("n", Integer.class)))
                        .block(PATIENCE))
                .isEqualTo(3);
    }
}
