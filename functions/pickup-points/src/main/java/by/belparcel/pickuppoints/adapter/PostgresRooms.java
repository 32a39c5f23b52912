package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Rooms;
import by.belparcel.pickuppoints.model.FillLevel;
import by.belparcel.pickuppoints.model.PointStatus;
import by.belparcel.pickuppoints.model.Room;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Stock and cells of the points in PostgreSQL. */
public final class PostgresRooms implements Rooms {

    private static final String LOCK = """
            select id::text as id, code, status, stock, capacity_parcels, fill_told
            from pickup_points.point
            where id = $1::uuid
            for update
            """;

    private static final String TAKEN = """
            select cell
            from pickup_points.parcel
            where pvz_id = $1::uuid and cell is not null
              and state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT')
            """;

    private static final String SAVE = """
            update pickup_points.point set stock = $2, fill_told = $3, updated_at = $4 where id = $1::uuid
            """;

    @Override
    public Mono<Room> lock(Transaction tx, String pvzId) {
        return tx.first(
                LOCK,
                row -> new Room(
                        ParcelRows.text(row, "id"),
                        ParcelRows.text(row, "code"),
                        PointStatus.valueOf(ParcelRows.text(row, "status")),
                        ParcelRows.integer(row, "stock"),
                        ParcelRows.integer(row, "capacity_parcels"),
                        FillLevel.valueOf(ParcelRows.text(row, "fill_told"))),
                pvzId);
    }

    @Override
    public Mono<Set<String>> taken(Transaction tx, String pvzId) {
        return tx.all(TAKEN, row -> ParcelRows.text(row, "cell"), pvzId).collect(Collectors.toSet());
    }

    @Override
    public Mono<Void> save(ParcelWork work, Room room) {
        return work.tx()
                .update(SAVE, room.pvzId(), room.stock(), room.told().name(), work.now())
                .then();
    }
}
