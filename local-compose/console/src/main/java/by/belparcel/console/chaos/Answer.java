package by.belparcel.console.chaos;

/**
 * What came back for one request.
 *
 * @param status 0 when no answer came
 * @param body the exact text
 * @param replayed whether the answer was kept from an earlier request with the same key
 */
record Answer(int status, String body, boolean replayed) {

    static final Answer NONE = new Answer(0, "", false);

    /** Whether the answer tells what became of the command; otherwise the same key must be sent again. */
    boolean known() {
        return status >= 200 && status < 500 && status != 408 && status != 429 && !inProgress();
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    private boolean inProgress() {
        return status == 409 && body.contains("IDEMPOTENCY_IN_PROGRESS");
    }
}
