package by.belparcel.runner.main;

import java.util.concurrent.CompletionException;

/** Something that the user can mend; its message is all that is shown. */
final class RunnerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunnerException(String message) {
        super(message);
    }

    /** What a future failed with, in its own words. */
    static RunnerException because(CompletionException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new RunnerException(cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }
}
