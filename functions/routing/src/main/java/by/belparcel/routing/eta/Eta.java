package by.belparcel.routing.eta;

import by.belparcel.kernel.EtaQuality;
import java.time.Instant;
import java.util.Optional;

/**
 * When a stop will be reached. The time may lie in the past: then the stop is late, not due now.
 *
 * @param at empty when nothing is known
 */
public record Eta(int seq, Optional<Instant> at, EtaQuality quality) {}
