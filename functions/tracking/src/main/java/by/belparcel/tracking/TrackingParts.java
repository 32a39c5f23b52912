package by.belparcel.tracking;

import by.belparcel.eventing.handling.Services;
import by.belparcel.tracking.adapter.CarrierRows;
import by.belparcel.tracking.adapter.DeviceRows;
import by.belparcel.tracking.adapter.FixRows;
import by.belparcel.tracking.adapter.KafkaLocations;
import by.belparcel.tracking.adapter.LocationReadRows;
import by.belparcel.tracking.adapter.TrackArchiveRows;
import by.belparcel.tracking.adapter.TrackingSettings;
import by.belparcel.tracking.adapter.TripRows;
import by.belparcel.tracking.application.FixMetrics;
import by.belparcel.tracking.application.JudgeFixOnLocationReported;
import by.belparcel.tracking.application.LocationChannel;
import by.belparcel.tracking.application.LocationReads;
import by.belparcel.tracking.application.ReportLocationsHandler;
import by.belparcel.tracking.application.SignalChanges;
import by.belparcel.tracking.application.TidyTracks;
import by.belparcel.tracking.application.TripBook;
import by.belparcel.tracking.stream.adapter.FeedRows;
import by.belparcel.tracking.stream.application.Feed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Wires handlers to adapters. */
final class TrackingParts {

    static final CarrierRows CARRIERS = new CarrierRows();
    static final Feed FEED = new FeedRows();
    static final TripBook BOOK = new TripBook(new TripRows(), FEED);

    /** One producer for a process. */
    private final Map<Services, LocationChannel> channels = new ConcurrentHashMap<>();

    ReportLocationsHandler reportLocations(Services services) {
        LocationChannel channel =
                channels.computeIfAbsent(services, s -> new KafkaLocations(TrackingSettings.brokers(s.settings())));
        return new ReportLocationsHandler(
                new DeviceRows(),
                channel,
                FixMetrics.of(services.meter()),
                TrackingSettings.uploadEvery(services.settings()));
    }

    JudgeFixOnLocationReported judge(Services services) {
        return new JudgeFixOnLocationReported(
                new FixRows(),
                signals(services),
                TrackingSettings.terms(services.settings()),
                FixMetrics.of(services.meter()));
    }

    SignalChanges signals(Services services) {
        return new SignalChanges(new TripRows(), FEED, TrackingSettings.signal(services.settings()));
    }

    TidyTracks tidy(Services services) {
        return new TidyTracks(services.database(), new TrackArchiveRows(), TrackingSettings.kept(services.settings()));
    }

    LocationReads reads(Services services) {
        return new LocationReadRows(TrackingSettings.signal(services.settings()));
    }
}
