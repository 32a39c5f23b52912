package by.belparcel.eventing.edge;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.eventing.store.PooledDatabase;
import by.belparcel.eventing.store.Pools;
import by.belparcel.eventing.store.Transaction;
import io.r2dbc.pool.ConnectionPool;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Event loops and connection pool, made on a second thread while the first one builds the functions. A process that was
 * started from zero has a request waiting that needs a connection, so one is opened without being asked.
 */
final class HeadStart implements Database {

    private record Made(LoopResources loops, @Nullable ConnectionPool pool, Database database) {}

    private final FutureTask<Made> task;

    private HeadStart(FutureTask<Made> task) {
        this.task = task;
    }

    static HeadStart begin(EdgeConfig config) {
        Dsn dsn = config.dsn().map(Dsn::parse).orElse(null);
        FutureTask<Made> task = new FutureTask<>(() -> make(config, dsn));
        Thread thread = new Thread(task, "head-start");
        thread.setDaemon(true);
        thread.start();
        return new HeadStart(task);
    }

    LoopResources loops() {
        return made().loops();
    }

    @Nullable
    ConnectionPool pool() {
        return made().pool();
    }

    @Override
    public <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work) {
        return made().database().inTransaction(work);
    }

    @Override
    public <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work, Predicate<? super T> keep) {
        return made().database().inTransaction(work, keep);
    }

    @Override
    public <T> Mono<T> reading(Function<Transaction, Mono<T>> work) {
        return made().database().reading(work);
    }

    private static Made make(EdgeConfig config, @Nullable Dsn dsn) {
        LoopResources loops = EdgeRuntime.newLoops();
        if (dsn == null) {
            return new Made(loops, null, new NoDatabase());
        }
        ConnectionPool pool = Pools.open(dsn, config.poolSize(), config.service(), Pools.commandOptions(), loops);
        if (config.connectsAtStart()) {
            connect(pool);
        }
        return new Made(loops, pool, new PooledDatabase(pool));
    }

    /** A database that is not there yet is the first request's trouble, not the start's. */
    private static void connect(ConnectionPool pool) {
        pool.create().flatMap(connection -> Mono.from(connection.close())).subscribe(closed -> {}, error -> {});
        Thread json = new Thread(() -> Json.mapper().readTree("{\"a\":[1]}"), "head-start-json");
        json.setDaemon(true);
        json.start();
    }

    private Made made() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The process cannot start", e.getCause());
        }
    }
}
