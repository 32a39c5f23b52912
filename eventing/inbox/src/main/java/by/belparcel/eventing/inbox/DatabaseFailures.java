package by.belparcel.eventing.inbox;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.util.retry.Retry;

/** Which errors are worth another try, and by whom. */
public final class DatabaseFailures {

    /** serialization_failure and deadlock_detected: the transaction did nothing wrong. */
    private static final Set<String> RERUN = Set.of("40001", "40P01");

    private static final int RERUNS = 3;

    private DatabaseFailures() {}

    /** Whether the dependency is the trouble (answer 503 and Retry-After) and not the program (500). */
    public static boolean isUnavailable(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof R2dbcTransientException
                    || cause instanceof R2dbcTimeoutException
                    || cause instanceof io.r2dbc.spi.R2dbcNonTransientResourceException) {
                return true;
            }
            String state = sqlState(cause);
            // 53 resources, 55 lock not available, 57 operator intervention and statement timeout, 58 system error, 40
            // rollback.
            if (state != null
                    && (state.startsWith("08")
                            || state.startsWith("53")
                            || state.startsWith("55")
                            || state.startsWith("57")
                            || state.startsWith("58")
                            || state.startsWith("40"))) {
                return true;
            }
        }
        return false;
    }

    /** What a log or a dead letter may say of it: class and SQLSTATE, never values. */
    public static String describe(Throwable error) {
        String state = sqlState(error);
        return error.getClass().getSimpleName() + (state == null ? "" : " " + state);
    }

    /** lock_not_available: somebody else works on the same row or the same event just now. Says nothing against the event. */
    static boolean isBusy(Throwable error) {
        return "55P03".equals(sqlState(error));
    }

    /** Runs the whole transaction again, at most three times, when PostgreSQL asks for it. */
    static Retry rerun() {
        return Retry.backoff(RERUNS, Duration.ofMillis(5))
                .jitter(1.0)
                .filter(error -> {
                    String state = sqlState(error);
                    return state != null && RERUN.contains(state);
                })
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private static @Nullable String sqlState(Throwable error) {
        return error instanceof R2dbcException database ? database.getSqlState() : null;
    }
}
