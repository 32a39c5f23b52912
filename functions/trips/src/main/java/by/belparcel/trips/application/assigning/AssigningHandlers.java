package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Meter;
import by.belparcel.trips.application.Estimates;
import by.belparcel.trips.application.Positions;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.application.Whereabouts;

/** Puts the use cases of this package together from their ports. */
public final class AssigningHandlers {

    private final Ports ports;
    private final AssigningSettings settings;
    private final TripLocks locks;
    private final Endings endings;
    private final Offers offers;
    private final Waiting waiting;
    private final Replacing replacing;
    private final LateTimers lateTimers;
    private final AssignmentBook book;
    private final CarrierCommands commands;
    private final Requesting requesting;
    private final ReassignChecks checks;

    /** What the use cases need of the world. */
    public record Ports(
            Trips trips,
            Assignments assignments,
            Carriers carriers,
            CarrierBook carrierBook,
            Searches searches,
            Suggestions suggestions,
            Reassignments reassignments,
            Handovers handovers,
            Positions positions,
            Estimates estimates,
            DatabaseClock clock,
            Meter meter) {}

    public AssigningHandlers(Ports p, AssigningSettings settings) {
        this.ports = p;
        this.settings = settings;
        this.locks = new TripLocks(p.trips(), p.assignments());
        this.endings = new Endings(p.assignments(), p.trips());
        this.offers = new Offers(p.assignments(), p.handovers(), p.searches(), p.trips(), settings, p.meter());
        CarrierSearch search = new CarrierSearch(
                p.trips(),
                p.assignments(),
                p.searches(),
                new CarrierChoice(p.carriers(), settings),
                new Whereabouts(p.positions()),
                offers,
                settings,
                p.meter());
        this.waiting = new Waiting(locks, p.searches(), search, settings);
        this.replacing = new Replacing(search, endings, p.suggestions(), settings);
        this.lateTimers = new LateTimers(settings);
        this.book = new AssignmentBook(p.assignments(), p.searches(), endings, lateTimers, p.meter());
        this.commands = new CarrierCommands(locks, p.assignments());
        this.checks = new ReassignChecks(p.carriers(), settings);
        this.requesting = new Requesting(p.trips(), p.reassignments(), checks);
    }

    public TripAssignments tripAssignments() {
        return book;
    }

    public ConfirmTripHandler confirm() {
        return new ConfirmTripHandler(commands, book, ports.trips());
    }

    public RejectTripHandler reject() {
        return new RejectTripHandler(commands, replacing);
    }

    public ReassignTripHandler reassign() {
        return new ReassignTripHandler(locks, requesting);
    }

    public ReassignTripsHandler reassignBulk() {
        return new ReassignTripsHandler(locks, requesting);
    }

    public ScanBoxesHandler scanBoxes() {
        return new ScanBoxesHandler(commands, ports.handovers(), ports.carriers(), book, ports.trips());
    }

    public CompleteHandoverHandler completeHandover() {
        return new CompleteHandoverHandler(commands, ports.handovers(), takeover());
    }

    private Takeover takeover() {
        NewVehicle vehicle = new NewVehicle(ports.positions(), ports.estimates());
        return new Takeover(ports.assignments(), ports.handovers(), ports.searches(), ports.trips(), vehicle);
    }

    public GetCandidatesHandler candidates() {
        return new GetCandidatesHandler(ports.trips(), ports.carriers(), ports.suggestions(), ports.clock(), settings);
    }

    public OfferTripOnTripPlanned onPlanned() {
        return new OfferTripOnTripPlanned(locks, waiting);
    }

    public RecheckCarrierOnPlanChanged onPlanChanged() {
        return new RecheckCarrierOnPlanChanged(locks, ports.carriers(), waiting, replacing, settings);
    }

    public RetrySearchOnTimer onRetry() {
        return new RetrySearchOnTimer(locks, waiting);
    }

    public ExpireOfferOnConfirmTimeout onConfirmTimeout() {
        return new ExpireOfferOnConfirmTimeout(ports.assignments(), locks, replacing);
    }

    public ReassignOnLateDeparture onLateDeparture() {
        return new ReassignOnLateDeparture(locks, replacing, lateTimers);
    }

    public ReassignTripOnRequested onRequested() {
        return new ReassignTripOnRequested(
                locks,
                ports.reassignments(),
                checks,
                ports.carriers(),
                ports.assignments(),
                endings,
                offers,
                ports.meter());
    }

    public OfferTripsOnAvailabilityChanged onAvailabilityChanged() {
        return new OfferTripsOnAvailabilityChanged(ports.carrierBook(), freed());
    }

    public OfferTripsOnShiftStarted onShiftStarted() {
        return new OfferTripsOnShiftStarted(ports.carrierBook(), freed());
    }

    public OfferTripsOnCarrierActivated onActivated() {
        return new OfferTripsOnCarrierActivated(ports.carrierBook(), freed());
    }

    public ReassignTripsOnCarrierDeactivated onDeactivated() {
        return new ReassignTripsOnCarrierDeactivated(ports.carrierBook(), locks, replacing);
    }

    public ReassignTripOnVehicleChecked onVehicleChecked() {
        return new ReassignTripOnVehicleChecked(ports.carrierBook(), locks, replacing);
    }

    public ReassignTripOnBreakdownReported onBreakdown() {
        return new ReassignTripOnBreakdownReported(locks, replacing);
    }

    public ReassignTripOnSignalLost onSignalLost() {
        return new ReassignTripOnSignalLost(locks, replacing, ports.suggestions(), settings);
    }

    private CarrierFreed freed() {
        return new CarrierFreed(ports.carrierBook(), waiting);
    }
}
