package by.belparcel.eventing.outcome;

import org.jspecify.annotations.Nullable;

/** What a command or query answers. */
public sealed interface Outcome<T> {

    /**
     * @param status 200, 201, 202 or 204
     * @param body the answer; absent with 204
     * @param location path of what was created or of the operation, absent otherwise
     * @param version version of the aggregate, answered as ETag; 0 = none
     */
    record Success<T>(
            int status, @Nullable T body, @Nullable String location, long version) implements Outcome<T> {}

    /**
     * @param keepEffects whether what the handler wrote is committed although the command is refused (a counted login failure)
     */
    record Refused<T>(Rejection rejection, boolean keepEffects) implements Outcome<T> {}

    static <T> Outcome<T> ok(T body) {
        return new Success<>(200, body, null, 0);
    }

    static <T> Outcome<T> ok(T body, long version) {
        return new Success<>(200, body, null, version);
    }

    static <T> Outcome<T> created(T body, String location, long version) {
        return new Success<>(201, body, location, version);
    }

    static <T> Outcome<T> accepted(T body, String location) {
        return new Success<>(202, body, location, 0);
    }

    static <T> Outcome<T> noContent() {
        return new Success<>(204, null, null, 0);
    }

    static <T> Outcome<T> refused(Rejection rejection) {
        return new Refused<>(rejection, false);
    }

    static <T> Outcome<T> refusedKeepingEffects(Rejection rejection) {
        return new Refused<>(rejection, true);
    }
}
