package by.belparcel.operations.model;

/**
 * How far a redrive may go now: one message first, then five, then the rest; it stops when the first one fails or when more than
 * half of at least ten failed (domain operations section 2).
 *
 * @param resolved finished well
 * @param failed came back dead
 * @param inFlight sent and not finished
 * @param waiting not sent
 */
public record RedrivePlan(int resolved, int failed, int inFlight, int waiting) {

    private static final int SECOND_STEP = 5;
    private static final int STEP_LIMIT = 600;
    private static final int MIN_JUDGED = 10;

    /** What to do next. */
    public sealed interface Step {
        record Send(int count) implements Step {}

        record Wait() implements Step {}

        record Stop() implements Step {}

        record Complete() implements Step {}
    }

    public Step next() {
        int judged = resolved + failed;
        boolean canaryFailed = failed > 0 && judged <= 1 + SECOND_STEP && waiting > 0;
        boolean mostFailed = judged >= MIN_JUDGED && failed * 2 > judged;
        if (waiting > 0 && (canaryFailed || mostFailed)) {
            return new Step.Stop();
        }
        if (inFlight > 0) {
            return new Step.Wait();
        }
        if (waiting == 0) {
            return new Step.Complete();
        }
        int count = judged == 0 ? 1 : judged == 1 ? SECOND_STEP : STEP_LIMIT;
        return new Step.Send(Math.min(count, waiting));
    }
}
