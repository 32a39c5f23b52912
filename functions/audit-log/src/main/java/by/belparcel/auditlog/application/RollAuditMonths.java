package by.belparcel.auditlog.application;

import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Every night: months to come are opened, months past the retention go as a whole. */
public final class RollAuditMonths implements TickHandler {

    /** The months of the trail. */
    @FunctionalInterface
    public interface Months {

        /** @return how many months were dropped */
        Mono<Integer> roll(Transaction tx, Duration keep);
    }

    private final Database database;
    private final Months months;
    private final Duration keep;

    public RollAuditMonths(Database database, Months months, Duration keep) {
        this.database = database;
        this.months = months;
        this.keep = keep;
    }

    @Override
    public Mono<Void> tick() {
        return database.inTransaction(tx -> months.roll(tx, keep)).then();
    }
}
