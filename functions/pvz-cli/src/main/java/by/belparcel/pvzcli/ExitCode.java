package by.belparcel.pvzcli;

/** How a command ended (domain pickup-points.md 3.2). */
enum ExitCode {
    OK,
    USAGE,
    REFUSED,
    PARTIAL,
    NETWORK;

    int code() {
        return ordinal();
    }
}
