package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.events.PlatformEvent;
import by.belparcel.payments.Shop;
import java.time.Instant;

/** Fires timers at their handlers. */
final class Timer {

    private Timer() {}

    static PlatformEvent.TimerFired fired(String kind, String subject) {
        Instant at = Instant.parse("2026-11-20T08:00:30Z");
        return new PlatformEvent.TimerFired(Shop.newId(), kind, subject, at, at);
    }

    static void fire(FunctionHarness harness, String function, String kind, String subject) {
        assertThat(harness.event(function, fired(kind, subject), 0).status()).isEqualTo(204);
    }
}
