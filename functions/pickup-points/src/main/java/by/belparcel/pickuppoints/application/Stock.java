package by.belparcel.pickuppoints.application;

import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.model.FillLevel;
import by.belparcel.pickuppoints.model.Room;
import reactor.core.publisher.Mono;

/** Counts parcels in and out of a point and says when it becomes nearly full or full. */
public final class Stock {

    private final Rooms rooms;
    private final int warnPercent;

    /** @param warnPercent setting {@code belparcel.pickup-points.warn-percent} */
    public Stock(Rooms rooms, int warnPercent) {
        this.rooms = rooms;
        this.warnPercent = warnPercent;
    }

    /** @param room as it is under its lock. @return as it is afterwards */
    public Mono<Room> change(ParcelWork work, Room room, int delta) {
        if (delta == 0) {
            return Mono.just(room);
        }
        return measured(work, room, delta);
    }

    /** After the capacity has changed; {@code room} has the new one. */
    public Mono<Room> resized(ParcelWork work, Room room) {
        return measured(work, room, 0);
    }

    private Mono<Room> measured(ParcelWork work, Room room, int delta) {
        Room after = room.changed(delta, warnPercent);
        if (after.told().compareTo(room.told()) > 0) {
            // A measurement is no change of the point: the moment, not its version, tells which one is newer.
            work.emitter().emit(told(after, work), work.now().toEpochMilli());
        }
        return rooms.save(work, after).thenReturn(after);
    }

    private static PvzEvent told(Room room, ParcelWork work) {
        return room.told() == FillLevel.FULL
                ? new PvzEvent.CapacityFull(room.pvzId(), room.stock(), room.capacity(), work.now())
                : new PvzEvent.CapacityWarning(room.pvzId(), room.stock(), room.capacity(), work.now());
    }
}
