package by.belparcel.eventing.handling;

import reactor.core.publisher.Mono;

/** Work woken by the cron source or by a hint. Missed, doubled and overlapping calls must be harmless. */
public interface TickHandler {

    Mono<Void> tick();
}
