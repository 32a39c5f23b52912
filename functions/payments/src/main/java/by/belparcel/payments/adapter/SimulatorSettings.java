package by.belparcel.payments.adapter;

import by.belparcel.eventing.handling.Settings;
import java.time.Duration;

/**
 * How the simulated provider behaves beside the rules that hang on the amount.
 *
 * @param latency pause before every answer
 * @param outage whether nothing reaches it at all
 * @param authLife how long an authorisation holds
 */
public record SimulatorSettings(Duration latency, boolean outage, Duration authLife) {

    public static final SimulatorSettings CALM = new SimulatorSettings(Duration.ZERO, false, Duration.ofDays(7));

    public static SimulatorSettings from(Settings settings) {
        return new SimulatorSettings(
                settings.duration("belparcel.payments.simulator.latency", CALM.latency()),
                settings.text("belparcel.payments.simulator.outage", "false").equals("true"),
                settings.duration("belparcel.payments.simulator.auth-life", CALM.authLife()));
    }
}
