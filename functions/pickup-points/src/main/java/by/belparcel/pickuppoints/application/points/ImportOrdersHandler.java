package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.PointScope;
import by.belparcel.pickuppoints.application.counter.Acceptance;
import by.belparcel.pickuppoints.application.counter.Arriving;
import by.belparcel.pickuppoints.application.counter.Counter;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.PointStatus;
import by.belparcel.pickuppoints.model.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * {@code POST /pvz/v1/orders:import}. A bad row is reported and does not stop the others; all that is imported is one
 * transaction with one statement for all new parcels, so a repeated request finds the same.
 */
public final class ImportOrdersHandler implements CommandHandler<ImportOrders, ImportReply> {

    private final Counter counter;
    private final Acceptance acceptance;
    private final ImportedRows rows;

    public ImportOrdersHandler(Counter counter) {
        this.counter = counter;
        this.acceptance = new Acceptance(counter.terms());
        Arriving arriving = new Arriving(counter.parcels(), counter.orders(), acceptance, counter.terms());
        this.rows = new ImportedRows(counter.parcels(), arriving, acceptance);
    }

    @Override
    public Mono<Outcome<ImportReply>> handle(ImportOrders command, CommandContext context) {
        if (command.rows() > ImportOrders.MOST) {
            return Mono.just(Outcome.refused(Rejection.of(
                            Rejection.Kind.TOO_LARGE,
                            "BODY_TOO_LARGE",
                            "An import may have at most " + ImportOrders.MOST + " rows.")
                    .with("limit", ImportOrders.MOST)));
        }
        ParcelWork work = ParcelWork.of(context);
        return PointScope.at(
                context,
                command.pvzId(),
                pvz -> rows.find(command, pvz, work)
                        .flatMap(found -> counter.rooms()
                                .lock(work.tx(), pvz)
                                .flatMap(room -> place(found, room, work))
                                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("PVZ"))))));
    }

    private Mono<Outcome<ImportReply>> place(List<ImportedRow> found, Room room, ParcelWork work) {
        if (room.status() == PointStatus.CLOSED) {
            return Mono.just(Outcome.refused(Rejection.invalidState("CLOSED", List.of("OPEN", "SUSPENDED"))));
        }
        return counter.rooms().taken(work.tx(), room.pvzId()).flatMap(taken -> {
            ImportedShelf shelf = new ImportedShelf(counter.terms(), acceptance, room, taken, work.now());
            List<ImportedRow> placed = found.stream().map(shelf::place).toList();
            return write(placed, room, work);
        });
    }

    private Mono<Outcome<ImportReply>> write(List<ImportedRow> placed, Room room, ParcelWork work) {
        List<Parcel> parcels = placed.stream()
                .map(ImportedRow::parcel)
                .filter(Objects::nonNull)
                .toList();
        List<ParcelChange> fresh =
                changes(parcels.stream().filter(parcel -> parcel.version() == 1).toList());
        List<ParcelChange> expected =
                changes(parcels.stream().filter(parcel -> parcel.version() > 1).toList());
        Mono<Set<String>> written =
                fresh.isEmpty() ? Mono.just(Set.of()) : counter.parcels().insert(work, fresh);
        return written.flatMap(ids -> counter.parcels()
                .save(work, expected)
                .then(Mono.defer(() -> finish(settled(placed, ids), room, work))));
    }

    /** What somebody else accepted a moment ago was not written. */
    private static List<ImportedRow> settled(List<ImportedRow> placed, Set<String> written) {
        List<ImportedRow> settled = new ArrayList<>(placed.size());
        for (ImportedRow row : placed) {
            Parcel parcel = row.parcel();
            boolean lost = parcel != null && parcel.version() == 1 && !written.contains(parcel.id());
            settled.add(lost ? ImportedRow.refused(row.row(), Arriving.exists()) : row);
        }
        return settled;
    }

    private Mono<Outcome<ImportReply>> finish(List<ImportedRow> rows, Room room, ParcelWork work) {
        List<Parcel> imported =
                rows.stream().map(ImportedRow::parcel).filter(Objects::nonNull).toList();
        List<ImportReply.RowError> errors = rows.stream()
                .filter(row -> row.parcel() == null)
                .map(ImportedRow::error)
                .toList();
        List<Instant> deadlines = imported.stream()
                .map(parcel -> Objects.requireNonNull(parcel.storage().until()))
                .toList();
        String id = work.newId().get();
        return counter.stock()
                .change(work, room, imported.size())
                .then(counter.timers().set(work.timers(), room.pvzId(), deadlines, work.now()))
                .then(Mono.fromSupplier(() -> {
                    imported.forEach(parcel -> ParcelFacts.accepted(work, parcel));
                    work.emitter()
                            .emit(
                                    new PvzEvent.Imported(id, room.pvzId(), imported.size(), errors.size(), work.now()),
                                    1);
                    return Outcome.ok(new ImportReply(id, imported.size(), errors));
                }));
    }

    private static List<ParcelChange> changes(List<Parcel> parcels) {
        return parcels.stream()
                .map(parcel -> ParcelChange.of(parcel, "ACCEPTED"))
                .toList();
    }
}
