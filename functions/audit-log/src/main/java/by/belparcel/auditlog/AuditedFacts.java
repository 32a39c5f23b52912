package by.belparcel.auditlog;

import by.belparcel.auditlog.adapter.SqlAuditTrail;
import by.belparcel.auditlog.adapter.SqlPoints;
import by.belparcel.auditlog.application.RecordFact;
import by.belparcel.auditlog.model.PvzCount;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types that are remembered: all that happens at pick-up points, with the checks of codes there and the receipt of batches. One
 * function each.
 */
final class AuditedFacts {

    private static final List<EventType<?>> TYPES = List.of(
            PvzOrderEvent.Expected.TYPE,
            PvzOrderEvent.Accepted.TYPE,
            PvzOrderEvent.Issued.TYPE,
            PvzOrderEvent.Refused.TYPE,
            PvzOrderEvent.ReturnedByClient.TYPE,
            PvzOrderEvent.ReturnedToCourier.TYPE,
            PvzOrderEvent.StorageReminderDue.TYPE,
            PvzOrderEvent.StorageExpired.TYPE,
            PvzOrderEvent.StorageExtended.TYPE,
            PvzOrderEvent.MovedCell.TYPE,
            PvzEvent.Created.TYPE,
            PvzEvent.Updated.TYPE,
            PvzEvent.Suspended.TYPE,
            PvzEvent.Resumed.TYPE,
            PvzEvent.Closed.TYPE,
            PvzEvent.CapacityWarning.TYPE,
            PvzEvent.CapacityFull.TYPE,
            PvzEvent.ExtraFound.TYPE,
            PvzEvent.ParcelDamaged.TYPE,
            PvzEvent.Imported.TYPE,
            PickupTicketEvent.Verified.TYPE,
            PickupTicketEvent.VerificationFailed.TYPE,
            PickupTicketEvent.Locked.TYPE,
            PickupTicketEvent.CodeRotated.TYPE,
            PickupTicketEvent.Delegated.TYPE,
            PickupTicketEvent.Redeemed.TYPE,
            PickupTicketEvent.Revoked.TYPE,
            PickupTicketEvent.Expired.TYPE,
            BatchEvent.ReceivedByPvz.TYPE);

    /** By name: a record's own hashCode is linked anew in every cold process. */
    private static final Map<String, PvzCount> COUNTED = Map.of(
            PvzOrderEvent.Accepted.TYPE.name(), PvzCount.ACCEPTED,
            PvzOrderEvent.Issued.TYPE.name(), PvzCount.ISSUED,
            PvzOrderEvent.Refused.TYPE.name(), PvzCount.REFUSED,
            PvzOrderEvent.ReturnedByClient.TYPE.name(), PvzCount.RETURNED_BY_CLIENT,
            PvzOrderEvent.ReturnedToCourier.TYPE.name(), PvzCount.RETURNED_TO_COURIER,
            PvzOrderEvent.StorageExpired.TYPE.name(), PvzCount.OVERDUE);

    private AuditedFacts() {}

    static List<String> kinds() {
        return TYPES.stream().map(EventType::shortName).toList();
    }

    static Stream<FunctionSpec> functions() {
        return TYPES.stream().map(AuditedFacts::function);
    }

    private static <E extends DomainEvent> FunctionSpec function(EventType<E> type) {
        return FunctionSpec.on(
                name(type),
                type,
                s -> new RecordFact<>(new SqlAuditTrail(), new SqlPoints(), s.meter(), COUNTED.get(type.name())));
    }

    /** {@code pvz-order.issued}: {@code auditPvzOrderIssued}. */
    private static String name(EventType<?> type) {
        return Arrays.stream(type.shortName().split("[.-]", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "audit", ""));
    }
}
