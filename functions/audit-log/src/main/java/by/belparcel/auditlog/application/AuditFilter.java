package by.belparcel.auditlog.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null = whatever.
 *
 * @param actor role and subject, or the subject alone
 * @param target an id of what it was done to: parcel, order, point, batch or ticket
 * @param from first moment
 * @param to first moment that is too late
 * @param kind a kind of fact or a family of them, such as {@code pvz-order}
 * @param after position of the last one seen, exclusive
 * @param limit one more is fetched, to see whether there are more
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String kind,
        @Nullable Position after,
        int limit) {

    /** Where a record stands in the list: newest first, ties by chain and number. */
    public record Position(Instant occurredAt, int chain, long no) {

        List<String> text() {
            return List.of(occurredAt.toString(), Integer.toString(chain), Long.toString(no));
        }

        static Position of(List<String> text) {
            return new Position(
                    Instant.parse(text.getFirst()), Integer.parseInt(text.get(1)), Long.parseLong(text.getLast()));
        }
    }

    /** What may be asked for: the kinds and their families. */
    static List<String> kinds(Collection<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> List.of(kind, kind.substring(0, kind.indexOf('.'))).stream())
                .distinct()
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }
}
