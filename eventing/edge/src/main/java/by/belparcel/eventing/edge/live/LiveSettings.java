package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.handling.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Limits of live connections (quality sections 8 and 10, domain delivery.md section 6), keys {@code belparcel.edge.*}.
 *
 * @param origins exact origins that may open one
 * @param localOrigins whether a page of this very machine may, in development only
 * @param total connections of this process
 * @param largestFrame bytes of a client's frame
 * @param lifetime after which the server says goodbye: half a minute before the platform cuts
 * @param revocationPoll how often revoked tokens are looked for while there is a connection
 */
public record LiveSettings(
        Set<String> origins,
        boolean localOrigins,
        int perUser,
        int total,
        int framesPerMinute,
        int largestFrame,
        Duration heartbeat,
        Duration silence,
        Duration ticketWithin,
        Duration lifetime,
        Duration revocationPoll) {

    public LiveSettings {
        origins = Set.copyOf(origins);
    }

    public static LiveSettings from(Settings settings, String environment) {
        return new LiveSettings(
                origins(settings.text("belparcel.edge.origins", "")),
                environment.equals("development") || environment.equals("local"),
                (int) settings.number("belparcel.edge.live-per-user", 5),
                (int) settings.number("belparcel.edge.live-total", 2_000),
                (int) settings.number("belparcel.edge.live-frames-per-minute", 60),
                (int) settings.number("belparcel.edge.live-largest-frame", 64 * 1024),
                settings.duration("belparcel.edge.live-heartbeat", Duration.ofSeconds(25)),
                settings.duration("belparcel.edge.live-silence", Duration.ofSeconds(60)),
                settings.duration("belparcel.edge.live-ticket-within", Duration.ofSeconds(5)),
                settings.duration("belparcel.edge.live-lifetime", Duration.ofSeconds(570)),
                settings.duration("belparcel.edge.live-revocation-poll", Duration.ofSeconds(2)));
    }

    private static Set<String> origins(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
