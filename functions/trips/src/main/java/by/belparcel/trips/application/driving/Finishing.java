package by.belparcel.trips.application.driving;

import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A stop comes to its end, one way or the other. */
final class Finishing {

    private Finishing() {}

    /** @param end DONE, SKIPPED or FAILED */
    static void finish(Calling.Call call, StopState end) {
        Ride ride = call.ride();
        Stop stop = call.stop();
        AtStop command = call.command();
        ride.callAt(stop.seq(), end == StopState.DONE ? "DRIVER_ORDER" : "STOP_" + end.name());
        ride.stop(
                stop.seq(), one -> one.ended(end, command.reason(), call.time().at()));
        ride.emit(fact(call, end));
    }

    private static TripEvent fact(Calling.Call call, StopState end) {
        Stop stop = call.stop();
        AtStop command = call.command();
        String trip = call.ride().trip().id();
        var now = call.ride().work().now();
        String reason = Objects.requireNonNullElse(command.reason(), "");
        return switch (end) {
            case SKIPPED ->
                new TripEvent.StopSkipped(
                        trip,
                        stop.seq(),
                        stop.placeId(),
                        call.time().at(),
                        command.lat(),
                        command.lng(),
                        call.flags(),
                        code(reason),
                        now);
            case FAILED ->
                new TripEvent.StopFailed(
                        trip,
                        stop.seq(),
                        stop.placeId(),
                        call.time().at(),
                        command.lat(),
                        command.lng(),
                        call.flags(),
                        code(reason),
                        command.attachmentIds(),
                        now);
            default ->
                new TripEvent.StopCompleted(
                        trip,
                        stop.seq(),
                        stop.placeId(),
                        call.time().at(),
                        command.lat(),
                        command.lng(),
                        call.flags(),
                        command.attachmentIds(),
                        now);
        };
    }

    /** Events carry no free text: a reason that is not a code is told as OTHER and stays in the trip. */
    static String code(String reason) {
        return reason.matches("[A-Z][A-Z0-9_]{1,39}") ? reason : "OTHER";
    }

    /** What could not be handed over is brought back to where it came from, as the trip's last stop. */
    static void bringBack(Calling.Call call) {
        Ride ride = call.ride();
        TripRecord trip = ride.trip();
        List<String> back = call.stop().batchIds().stream()
                .filter(id -> trip.batch(id).filter(TripBatch::onBoard).isPresent())
                .toList();
        if (back.isEmpty()) {
            return;
        }
        List<Stop> stops = new ArrayList<>(trip.stops());
        int at = stops.size() - 1;
        if (stops.get(at).type() == StopType.RETURN && !stops.get(at).finished()) {
            List<String> all = new ArrayList<>(stops.get(at).batchIds());
            all.addAll(back);
            stops.set(at, stops.get(at).withBatches(all));
        } else {
            int seq = stops.stream().mapToInt(Stop::seq).max().orElse(0) + 1;
            stops.add(Stop.pending(
                    seq,
                    StopType.RETURN,
                    trip.originId(),
                    call.home(),
                    ride.work().now(),
                    back));
        }
        ride.change(before -> before.edit().stops(stops).done());
        ride.replan("RETURN");
    }
}
