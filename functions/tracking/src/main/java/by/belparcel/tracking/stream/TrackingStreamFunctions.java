package by.belparcel.tracking.stream;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.tracking.stream.adapter.FeedLogRows;
import by.belparcel.tracking.stream.adapter.FeedRows;
import by.belparcel.tracking.stream.adapter.TicketRows;
import by.belparcel.tracking.stream.application.FeedLog;
import by.belparcel.tracking.stream.application.IssueTicket;
import by.belparcel.tracking.stream.application.StreamHandler;
import by.belparcel.tracking.stream.application.Tail;
import by.belparcel.tracking.stream.application.Tickets;
import by.belparcel.tracking.stream.application.TidyStream;
import by.belparcel.tracking.stream.model.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The live stream's one list of routes: a Service of its own, because its connections stay open. */
public final class TrackingStreamFunctions implements FunctionModule {

    private static final String ACTION = "tracking.stream";
    private static final Set<String> PARAMETERS = Set.of("cursor", "bbox", "trip");

    /** One tail for all live routes of a process. */
    private final Map<Services, StreamHandler> handlers = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "tracking-stream";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                FunctionSpec.socket("followLocations", "/ws/locations", ACTION, PARAMETERS, this::handler),
                FunctionSpec.eventStream("streamLocations", "/locations/stream", ACTION, PARAMETERS, this::handler),
                FunctionSpec.with(
                        FunctionSpec.command(
                                "issueStreamTicket",
                                "POST",
                                "/locations/ws-ticket",
                                ACTION,
                                IssueTicket.Wanted::read,
                                s -> new IssueTicket(tickets(), ticketLife(s.settings()))),
                        Duration.ZERO,
                        HttpRoute.KIB_64,
                        false));
    }

    /** Runs with everything else that the clock wakes, so that it costs no process of its own. */
    public static FunctionSpec tidying(String pingSource) {
        return FunctionSpec.tick(
                "tidyStream", pingSource, s -> new TidyStream(s.database(), new FeedRows(), tickets()));
    }

    private StreamHandler handler(Services services) {
        return handlers.computeIfAbsent(services, s -> {
            Limits limits = limits(s.settings());
            FeedLog log = new FeedLogRows(
                    s.database(),
                    limits.kept(),
                    s.settings().duration("belparcel.tracking.stale-after", Duration.ofSeconds(90)),
                    s.settings().duration("belparcel.tracking.lost-after", Duration.ofMinutes(5)));
            return new StreamHandler(s.database(), tickets(), log, new Tail(log, limits.poll()), limits);
        });
    }

    private static Tickets tickets() {
        return new TicketRows();
    }

    private static Duration ticketLife(Settings settings) {
        return settings.duration("belparcel.tracking.ticket-life", Duration.ofSeconds(30));
    }

    private static Limits limits(Settings settings) {
        return new Limits(
                settings.duration("belparcel.tracking.stream-pace", Duration.ofSeconds(1)),
                (int) settings.number("belparcel.tracking.stream-frames-per-second", 200),
                (int) settings.number("belparcel.tracking.stream-queued-bytes", 1024 * 1024),
                settings.duration("belparcel.tracking.stream-poll", Duration.ofMillis(250)),
                settings.duration("belparcel.tracking.stream-kept", Duration.ofMinutes(15)),
                settings.duration("belparcel.tracking.stream-refresh", Duration.ofSeconds(25)),
                (int) settings.duration("belparcel.edge.live-heartbeat", Duration.ofSeconds(25))
                        .toSeconds());
    }
}
