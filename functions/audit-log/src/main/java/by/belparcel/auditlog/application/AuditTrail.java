package by.belparcel.auditlog.application;

import by.belparcel.auditlog.model.AuditEntry;
import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Where facts are remembered. Nothing can be changed there. */
@FunctionalInterface
public interface AuditTrail {

    /** Call it last in a transaction: the end of the chain is locked from here to the commit. */
    Mono<Void> append(Transaction tx, AuditEntry entry);
}
