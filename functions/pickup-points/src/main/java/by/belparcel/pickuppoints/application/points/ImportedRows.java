package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.application.counter.AcceptOrder;
import by.belparcel.pickuppoints.application.counter.Acceptance;
import by.belparcel.pickuppoints.application.counter.Arriving;
import by.belparcel.pickuppoints.model.Origin;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import by.belparcel.pickuppoints.model.ParcelSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds for each row of an import the parcel that it is about; one statement locks all that are known. */
final class ImportedRows {

    private static final Origin IMPORTED = new Origin(ParcelSource.IMPORT, null, null);

    private final Parcels parcels;
    private final Arriving arriving;
    private final Acceptance acceptance;

    ImportedRows(Parcels parcels, Arriving arriving, Acceptance acceptance) {
        this.parcels = parcels;
        this.arriving = arriving;
        this.acceptance = acceptance;
    }

    Mono<List<ImportedRow>> find(ImportOrders command, String pvzId, ParcelWork work) {
        List<ParcelName> names = command.orders().stream()
                .map(ImportOrders.Row::order)
                .filter(Objects::nonNull)
                .map(AcceptOrder::name)
                .toList();
        return parcels.lock(work.tx(), names).flatMap(found -> {
            ParcelIndex index = new ParcelIndex(found);
            return Flux.fromIterable(command.orders())
                    .concatMap(row -> find(row, index, pvzId, work))
                    .collectList()
                    .map(ImportedRows::withoutRepeated);
        });
    }

    private Mono<ImportedRow> find(ImportOrders.Row row, ParcelIndex index, String pvzId, ParcelWork work) {
        AcceptOrder order = row.order();
        if (order == null) {
            return Mono.just(ImportedRow.refused(row, Rejection.invalid(row.errors())));
        }
        if (order.pvzId() != null && !order.pvzId().equals(pvzId)) {
            return Mono.just(ImportedRow.refused(row, Arriving.wrongPoint()));
        }
        Optional<Rejection> refusal = acceptance.refusal(order, work.now());
        if (refusal.isPresent()) {
            return Mono.just(ImportedRow.refused(row, refusal.get()));
        }
        List<Parcel> meant = index.meant(order.name());
        if (meant.isEmpty() && order.name().kind() != ParcelName.Kind.ALIAS) {
            return arriving.announced(order.name(), pvzId, IMPORTED, work).map(parcel -> ImportedRow.of(row, parcel));
        }
        return Mono.just(ImportedRow.of(row, arriving.among(order, pvzId, meant, IMPORTED, work)));
    }

    /** The first of equal rows counts. */
    private static List<ImportedRow> withoutRepeated(List<ImportedRow> rows) {
        Set<String> seen = new HashSet<>();
        List<ImportedRow> result = new ArrayList<>(rows.size());
        for (ImportedRow row : rows) {
            result.add(seen.add(row.identity()) ? row : ImportedRow.refused(row.row(), Arriving.exists()));
        }
        return result;
    }
}
