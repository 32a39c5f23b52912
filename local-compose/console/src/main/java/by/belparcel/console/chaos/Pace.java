package by.belparcel.console.chaos;

import java.util.concurrent.Semaphore;

/** Spreads the orders over the faults, so that there is load before, during and after each of them. */
final class Pace {

    private final Semaphore released = new Semaphore(0);
    private final int orders;
    private final int steps;
    private int given;

    /** @param steps how often {@link #step} will be called */
    Pace(int orders, int steps) {
        this.orders = orders;
        this.steps = Math.max(1, steps);
    }

    /** Lets clients go on with the orders of one more step. @param done steps that are over, this one included */
    synchronized void step(int done) {
        int target = done >= steps ? orders : (int) ((long) orders * done / steps);
        if (target > given) {
            released.release(target - given);
            given = target;
        }
    }

    /** Holds nobody back any more, not even a client that waits although no order is left. */
    void all() {
        step(steps);
        released.release(Load.CLIENTS);
    }

    void await() throws InterruptedException {
        released.acquire();
    }
}
