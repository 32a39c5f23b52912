package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.Handled;
import reactor.core.publisher.Mono;

/** Whether news was newer than what is known. */
final class Newer {

    private Newer() {}

    static Mono<Handled> handled(boolean newer) {
        return newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE);
    }
}
