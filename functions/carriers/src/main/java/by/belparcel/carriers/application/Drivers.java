package by.belparcel.carriers.application;

import by.belparcel.carriers.model.CheckItem;
import by.belparcel.carriers.model.CheckResult;
import by.belparcel.carriers.model.Driver;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Carriers at work. Everything that changes one locks it first, so that changes follow each other. */
public interface Drivers {

    /** Empty when there is no such carrier; locked until the end of the transaction. */
    Mono<Driver> lock(Transaction tx, String carrierId);

    /** Stores what the driver decides, with his shift. */
    Mono<Void> save(Transaction tx, Driver driver);

    Mono<Void> addCheck(Transaction tx, Check check);

    /** Whether he has checked his vehicle since then. */
    Mono<Boolean> isCheckedAfter(Transaction tx, String carrierId, Instant then);

    Mono<Void> addPanic(Transaction tx, Panic panic);

    /** A vehicle check for the record. */
    record Check(
            String id,
            String carrierId,
            String shiftId,
            Map<CheckItem, CheckResult> items,
            boolean passed,
            List<String> attachmentIds,
            Instant at) {}

    /** A call for help for the record. */
    record Panic(
            String id,
            String carrierId,
            @Nullable String tripId,
            @Nullable GeoPoint place,
            Instant at) {}
}
