package by.belparcel.runner.eventing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One partition as one subscription sees it: which offset comes next, which deliveries are open, and up to where everything
 * is done (that offset is what may be committed). Bounded: a lane that is full takes nothing until it is half empty again,
 * and the reader then goes back for it.
 */
final class Lane {

    /** Records accepted and not yet done. */
    static final int CAPACITY = 256;

    /** An accepted event. */
    record Work(Item item, Event event) {

        long offset() {
            return item.record().offset();
        }
    }

    private final Subscription subscription;
    private final Runnable wake;
    private final Deque<Work> waiting = new ArrayDeque<>();
    private final TreeSet<Long> open = new TreeSet<>();
    private long next;
    private boolean full;
    private boolean running;

    Lane(Subscription subscription, long next, Runnable wake) {
        this.subscription = subscription;
        this.next = next;
        this.wake = wake;
    }

    /** The next offset that this lane wants, or nothing while it is full. */
    synchronized @Nullable Long wanted() {
        return full ? null : next;
    }

    /** Takes a record, passes over one that it had before; false when there is no room. */
    synchronized boolean offer(Item item) {
        long offset = item.record().offset();
        if (offset < next) {
            return true;
        }
        if (full) {
            return false;
        }
        Optional<Event> event = subscription.select(item);
        next = offset + 1;
        if (event.isPresent()) {
            accept(new Work(item, event.get()));
        }
        return true;
    }

    private void accept(Work work) {
        open.add(work.offset());
        full = open.size() >= CAPACITY;
        if (!subscription.ordered()) {
            subscription.run(() -> finish(work, subscription.deliver(work)));
            return;
        }
        waiting.add(work);
        if (!running) {
            running = true;
            subscription.run(this::drain);
        }
    }

    /** The reader has seen everything before {@code position}, also what is no record (transaction markers). */
    synchronized void advance(long position) {
        next = Math.max(next, position);
    }

    private void drain() {
        for (Work work = poll(); work != null; work = poll()) {
            boolean done = subscription.deliver(work);
            finish(work, done);
            if (!done) {
                return; // stopping: everything behind this event comes again too
            }
        }
    }

    private synchronized @Nullable Work poll() {
        Work work = subscription.stopped() ? null : waiting.poll();
        running = work != null;
        return work;
    }

    private void finish(Work work, boolean done) {
        boolean wakes;
        synchronized (this) {
            if (!done) {
                return;
            }
            open.remove(work.offset());
            wakes = full && open.size() <= CAPACITY / 2;
            full &= !wakes;
        }
        if (wakes) {
            wake.run();
        }
    }

    /** Everything before this offset is done. */
    synchronized long committable() {
        return open.isEmpty() ? next : open.first();
    }
}
