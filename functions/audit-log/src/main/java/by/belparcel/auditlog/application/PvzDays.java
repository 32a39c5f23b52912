package by.belparcel.auditlog.application;

import by.belparcel.auditlog.model.PvzCount;
import by.belparcel.eventing.store.Transaction;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** What happened at each point on each day. */
@FunctionalInterface
public interface PvzDays {

    /** Counts one more and says how the point is called. */
    Mono<Point> count(Transaction tx, String pvzId, LocalDate day, PvzCount what);

    /** A point as metrics name it: never by its id. */
    record Point(String code, String region) {}
}
