package by.belparcel.runner.serving;

import java.util.concurrent.atomic.AtomicBoolean;

/** The right to send one request to one instance; to be released once, further releases do nothing. */
final class Lease {

    private final Activator activator;
    private final Instance instance;
    private final AtomicBoolean released = new AtomicBoolean();

    Lease(Activator activator, Instance instance) {
        this.activator = activator;
        this.instance = instance;
    }

    int port() {
        return instance.port();
    }

    /** Releases it after the instance refused or broke off the connection; the instance gets nothing until it proves to be alive. */
    void releaseBroken() {
        if (released.compareAndSet(false, true)) {
            activator.leaveBroken(instance);
        }
    }

    void release() {
        if (released.compareAndSet(false, true)) {
            activator.leave(instance);
        }
    }
}
