package by.belparcel.runner.eventing;

import java.util.concurrent.atomic.LongAdder;

/** What happened to the events of one source or trigger since the runner started. */
final class Counters {

    final LongAdder delivered = new LongAdder();
    final LongAdder retried = new LongAdder();
    final LongAdder dead = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder inFlight = new LongAdder();
}
