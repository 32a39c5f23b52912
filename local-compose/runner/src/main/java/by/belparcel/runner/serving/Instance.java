package by.belparcel.runner.serving;

/** One process of a service. Its fields change only under the lock of its {@link Activator}. */
final class Instance {

    enum State {
        STARTING,
        READY,
        DRAINING
    }

    private final String id;
    private final int port;
    private final int metricsPort;
    private final Process process;
    private final long started;
    private State state = State.STARTING;
    private int inFlight;
    private boolean suspect;

    /** @param metricsPort where it answers HTTP/1.1 when its port speaks HTTP/2 only, else the port */
    Instance(String id, int port, int metricsPort, Process process, long started) {
        this.id = id;
        this.port = port;
        this.metricsPort = metricsPort;
        this.process = process;
        this.started = started;
    }

    String id() {
        return id;
    }

    int port() {
        return port;
    }

    int metricsPort() {
        return metricsPort;
    }

    Process process() {
        return process;
    }

    long started() {
        return started;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    int inFlight() {
        return inFlight;
    }

    void enter() {
        inFlight++;
    }

    void leave() {
        inFlight--;
    }

    /** It broke off a request: whether the process still lives is known a moment later. */
    void suspect(boolean is) {
        suspect = is;
    }

    boolean takes(int containerConcurrency) {
        return state == State.READY && !suspect && (containerConcurrency == 0 || inFlight < containerConcurrency);
    }
}
