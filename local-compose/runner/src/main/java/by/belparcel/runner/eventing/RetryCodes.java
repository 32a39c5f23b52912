package by.belparcel.runner.eventing;

/** Which answers are worth another attempt (specification and both implementations agree). */
final class RetryCodes {

    private RetryCodes() {}

    static boolean retryable(int status) {
        return status >= 500 || status == 404 || status == 408 || status == 409 || status == 429;
    }

    /** A PingSource has its own set: a plain 500 is not in it. */
    static boolean retryableForPing(int status) {
        return switch (status) {
            case 404, 413, 425, 429, 502, 503, 504 -> true;
            default -> false;
        };
    }

    static boolean success(int status) {
        return status >= 200 && status < 300;
    }
}
