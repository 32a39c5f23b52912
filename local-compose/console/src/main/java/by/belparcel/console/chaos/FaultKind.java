package by.belparcel.console.chaos;

/** What can be done to the system (quality section 5). */
enum FaultKind {
    KILL_FUNCTION("kill -9 of one function process"),
    KILL_ALL_FUNCTIONS("kill -9 of every function process at once"),
    PAUSE_FUNCTION("one function process stops for some seconds and goes on, the drain before others"),
    TERM_FUNCTION("SIGTERM to one function process"),
    KILL_POSTGRES("kill -9 of the PostgreSQL postmaster"),
    KILL_BACKEND("kill -9 of one PostgreSQL backend"),
    TERMINATE_BACKENDS("pg_terminate_backend for every client"),
    KILL_KAFKA("kill -9 of the Kafka broker"),
    PAUSE_KAFKA("the Kafka broker stops for some seconds and goes on"),
    REDELIVER("old events again, straight to their consumers, at once and out of order"),
    CHAOS_KNOB("the relay doubles, drops and delays"),
    OLD_TRANSACTION("a writing transaction stays open for some seconds"),
    LOCKED_TABLE("a table that everybody needs stays locked for some seconds"),
    KILL_SOCKETS("kill -9 of one of the processes that hold the sockets of the live map");

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
