package by.belparcel.auditlog.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A remembered fact.
 *
 * @param id of the event
 * @param target the aggregate
 * @param previousHash hash of the record before it in its chain, hexadecimal
 */
public record AuditView(
        String id,
        int chain,
        long no,
        String kind,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String target,
        @Nullable String pvzId,
        String correlationId,
        JsonNode payload,
        String previousHash,
        String hash) {

    AuditFilter.Position position() {
        return new AuditFilter.Position(occurredAt, chain, no);
    }
}
