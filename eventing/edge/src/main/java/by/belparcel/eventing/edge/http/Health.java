package by.belparcel.eventing.edge.http;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** What the probes answer: always from memory, never from a question to a dependency. */
public interface Health {

    /** @param up whether this process can work @param body JSON */
    record State(boolean up, byte[] body) {}

    State ready();

    /** Prometheus text. */
    String metrics();

    /** Starts whatever was waiting until the first answer was sent. */
    void answered();

    /** Whether the process is about to end. */
    boolean stopping();

    /** An asynchronous check that never fails: empty = fine, else what is wrong. */
    @FunctionalInterface
    interface Check {
        Mono<Optional<String>> run();
    }
}
