package by.belparcel.auditlog.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered of one fact.
 *
 * @param eventId id of the event
 * @param kind its type without prefix and version, such as {@code pvz-order.issued}
 * @param occurredAt when it happened, as the fact itself says
 * @param actor who caused it, as role and subject of the token
 * @param actors all names by which the actor can be searched
 * @param subject the aggregate
 * @param version of the aggregate after the fact
 * @param targets all ids by which the fact can be searched
 * @param pvzId the point, absent where it happened at none
 * @param parcelState state of the parcel afterwards, absent where the fact is about no parcel
 * @param payload JSON
 */
public record AuditEntry(
        String eventId,
        String kind,
        Instant occurredAt,
        String actor,
        List<String> actors,
        String subject,
        long version,
        List<String> targets,
        @Nullable String pvzId,
        @Nullable String parcelState,
        String correlationId,
        String payload) {

    public AuditEntry {
        actors = List.copyOf(actors);
        targets = List.copyOf(targets);
    }

    /** Facts of one aggregate lie in one chain. The chains' number is that of the rows of audit_log.chain. */
    public int chain(int chains) {
        return Math.floorMod(subject.hashCode(), chains);
    }
}
