package by.belparcel.auditlog.application;

import by.belparcel.eventing.store.Transaction;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks things up in the trail. */
public interface AuditQueries {

    /** At most limit + 1 records, newest first. */
    Mono<List<AuditView>> page(Transaction tx, AuditFilter filter);

    /** Computes every hash of a chain again. */
    Mono<ChainCheck> check(Transaction tx, int chain);

    /** The numbers of all chains. */
    Flux<Integer> chains(Transaction tx);

    /** @param faults the first hundred */
    record ChainCheck(int chain, long records, List<Fault> faults) {

        public ChainCheck {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with a record.
     *
     * @param fault CONTENT: it was changed; LINK: the one before it was; GAP: some are missing before it; END: the last ones are
     */
    record Fault(int chain, long no, String fault) {}
}
