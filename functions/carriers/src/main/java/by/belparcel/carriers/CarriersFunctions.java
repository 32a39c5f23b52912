package by.belparcel.carriers;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.carriers.application.AnnounceCarriersHandler;
import by.belparcel.carriers.application.BindCarrierOnTripAssigned;
import by.belparcel.carriers.application.BindCarrierOnTripReassigned;
import by.belparcel.carriers.application.CheckVehicleHandler;
import by.belparcel.carriers.application.CheckVehicleReader;
import by.belparcel.carriers.application.DriveOnTripStarted;
import by.belparcel.carriers.application.EditCarrierHandler;
import by.belparcel.carriers.application.EditCarrierReader;
import by.belparcel.carriers.application.EndShift;
import by.belparcel.carriers.application.EndShiftHandler;
import by.belparcel.carriers.application.EndShiftOnShiftOver;
import by.belparcel.carriers.application.FailVehicleOnBreakdownReported;
import by.belparcel.carriers.application.FreeCarrierOnAssignmentExpired;
import by.belparcel.carriers.application.FreeCarrierOnAssignmentRejected;
import by.belparcel.carriers.application.FreeCarrierOnAssignmentRevoked;
import by.belparcel.carriers.application.FreeCarriersOnTripCancelled;
import by.belparcel.carriers.application.GetCarrierHandler;
import by.belparcel.carriers.application.GetOwnCarrierHandler;
import by.belparcel.carriers.application.GetScheduleHandler;
import by.belparcel.carriers.application.NoteSignalOnSignalLost;
import by.belparcel.carriers.application.NoteSignalOnSignalRecovered;
import by.belparcel.carriers.application.NoteSignalOnSignalStale;
import by.belparcel.carriers.application.ParkOnTripCompleted;
import by.belparcel.carriers.application.RaisePanic;
import by.belparcel.carriers.application.RaisePanicHandler;
import by.belparcel.carriers.application.SearchCarriersHandler;
import by.belparcel.carriers.application.SetAvailability;
import by.belparcel.carriers.application.SetAvailabilityHandler;
import by.belparcel.carriers.application.ShiftEnding;
import by.belparcel.carriers.application.StartShiftHandler;
import by.belparcel.carriers.application.SwapDriversOnHandoverCompleted;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Routes and handlers of the context carriers. */
public final class CarriersFunctions implements FunctionModule {

    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final Set<String> SEARCH = Set.of("q", "is_active", "warehouse", "limit", "cursor");
    private static final Set<String> LIST = Set.of("available", "near", "radius", "limit", "cursor");
    private static final String WORK = "carrier.work";

    @Override
    public String name() {
        return "carriers";
    }

    @Override
    public List<FunctionSpec> functions() {
        return Stream.of(references(), work(), staff(), events())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FunctionSpec> references() {
        return List.of(
                query(
                        "searchCarriers",
                        "/references/carriers",
                        "carrier.search",
                        SEARCH,
                        services -> new SearchCarriersHandler(CarriersParts.DIRECTORY)),
                command(
                        "editCarrier",
                        "PUT",
                        "/references/carriers/{id}",
                        "carrier.edit",
                        new EditCarrierReader(),
                        services ->
                                new EditCarrierHandler(CarriersParts.DIRECTORY, new CarriersParts(services).guard())),
                command(
                        "announceCarriers",
                        "POST",
                        "/references/carriers/announcements",
                        "carrier.announce",
                        (body, parameters) -> new AnnounceCarriersHandler.Everybody(),
                        services -> new AnnounceCarriersHandler(CarriersParts.DIRECTORY)));
    }

    private static List<FunctionSpec> work() {
        return List.of(
                command("startShift", "POST", "/carrier/shifts", WORK, StartShiftHandler.reader(), services -> {
                    CarriersParts parts = new CarriersParts(services);
                    return new StartShiftHandler(parts.duty(), parts.ending());
                }),
                FunctionSpec.with(
                        command(
                                "endShift",
                                "POST",
                                "/carrier/shifts/end",
                                WORK,
                                (body, parameters) -> new EndShift(),
                                services -> {
                                    CarriersParts parts = new CarriersParts(services);
                                    return new EndShiftHandler(parts.duty(), parts.ending());
                                }),
                        KEY_LIFE,
                        HttpRoute.KIB_64,
                        false),
                command(
                        "checkVehicle",
                        "POST",
                        "/carrier/vehicle-checks",
                        WORK,
                        new CheckVehicleReader(),
                        services -> new CheckVehicleHandler(new CarriersParts(services).duty())),
                command(
                        "setAvailability",
                        "PUT",
                        "/carrier/availability",
                        WORK,
                        SetAvailability.reader(),
                        services -> new SetAvailabilityHandler(new CarriersParts(services).duty())),
                command(
                        "raisePanic",
                        "POST",
                        "/carrier/panic",
                        WORK,
                        RaisePanic.reader(),
                        services -> new RaisePanicHandler(new CarriersParts(services).duty(), CarriersParts.TRIPS)),
                query(
                        "getOwnCarrier",
                        "/carrier/me",
                        WORK,
                        Set.of(),
                        services ->
                                new GetOwnCarrierHandler(CarriersParts.READS, new CarriersParts(services).rules())));
    }

    private static List<FunctionSpec> staff() {
        return List.of(
                query(
                        "listCarriers",
                        "/carriers",
                        "carrier.read",
                        LIST,
                        services -> new CarriersParts(services).list()),
                query(
                        "getSchedule",
                        "/carriers/{id}/schedule",
                        "carrier.read",
                        Set.of(),
                        services -> new GetScheduleHandler(CarriersParts.READS)),
                query(
                        "getCarrier",
                        "/carriers/{id}",
                        "carrier.read",
                        Set.of(),
                        services -> new GetCarrierHandler(CarriersParts.READS, new CarriersParts(services).rules())));
    }

    private static List<FunctionSpec> events() {
        return List.of(
                on(
                        "endShiftOnShiftOver",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", ShiftEnding.TIMER),
                        services -> {
                            CarriersParts parts = new CarriersParts(services);
                            return new EndShiftOnShiftOver(parts.duty(), parts.ending());
                        }),
                on(
                        "bindCarrierOnTripAssigned",
                        AssignmentEvent.Assigned.TYPE,
                        services -> new BindCarrierOnTripAssigned(new CarriersParts(services).tripDuty())),
                on(
                        "bindCarrierOnTripReassigned",
                        AssignmentEvent.Reassigned.TYPE,
                        services -> new BindCarrierOnTripReassigned(new CarriersParts(services).tripDuty())),
                on(
                        "freeCarrierOnAssignmentRejected",
                        AssignmentEvent.AssignmentRejected.TYPE,
                        services -> new FreeCarrierOnAssignmentRejected(new CarriersParts(services).tripDuty())),
                on(
                        "freeCarrierOnAssignmentExpired",
                        AssignmentEvent.AssignmentExpired.TYPE,
                        services -> new FreeCarrierOnAssignmentExpired(new CarriersParts(services).tripDuty())),
                on(
                        "freeCarrierOnAssignmentRevoked",
                        AssignmentEvent.AssignmentRevoked.TYPE,
                        services -> new FreeCarrierOnAssignmentRevoked(new CarriersParts(services).tripDuty())),
                on(
                        "driveOnTripStarted",
                        TripEvent.Started.TYPE,
                        services -> new DriveOnTripStarted(new CarriersParts(services).tripDuty())),
                on(
                        "parkOnTripCompleted",
                        TripEvent.Completed.TYPE,
                        services -> new ParkOnTripCompleted(new CarriersParts(services).tripDuty())),
                on(
                        "freeCarriersOnTripCancelled",
                        TripEvent.Cancelled.TYPE,
                        services -> new FreeCarriersOnTripCancelled(new CarriersParts(services).tripDuty())),
                on(
                        "swapDriversOnHandoverCompleted",
                        AssignmentEvent.HandoverCompleted.TYPE,
                        services -> new SwapDriversOnHandoverCompleted(new CarriersParts(services).tripDuty())),
                on(
                        "failVehicleOnBreakdownReported",
                        TripEvent.BreakdownReported.TYPE,
                        services -> new FailVehicleOnBreakdownReported(new CarriersParts(services).duty())),
                on(
                        "noteSignalOnSignalStale",
                        TrackingEvent.SignalStale.TYPE,
                        services -> new NoteSignalOnSignalStale(new CarriersParts(services).signals())),
                on(
                        "noteSignalOnSignalLost",
                        TrackingEvent.SignalLost.TYPE,
                        services -> new NoteSignalOnSignalLost(new CarriersParts(services).signals())),
                on(
                        "noteSignalOnSignalRecovered",
                        TrackingEvent.SignalRecovered.TYPE,
                        services -> new NoteSignalOnSignalRecovered(new CarriersParts(services).signals())));
    }
}
