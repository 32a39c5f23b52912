package by.belparcel.identity.application;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;

/** Refusals of sign-in. They tell nothing about which part was wrong. */
final class Refusals {

    private Refusals() {}

    static Rejection wrongLogin() {
        return Rejection.of(Rejection.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", "Login or password is wrong.");
    }

    static Rejection wrongToken() {
        return Rejection.of(Rejection.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", "Sign in again.");
    }

    static Rejection revoked() {
        return Rejection.of(Rejection.Kind.UNAUTHENTICATED, "TOKEN_REVOKED", "The session has ended. Sign in again.");
    }

    static Rejection tooManyFailures(Duration wait) {
        return Rejection.of(Rejection.Kind.RATE_LIMITED, "RATE_LIMITED", "Too many failed logins. Try again later.")
                .with("retry_after", Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    static Rejection busy() {
        return Rejection.of(Rejection.Kind.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE", "Too many logins at once. Try again.")
                .with("retry_after", 1);
    }

    static <T> Outcome<T> none(String thing) {
        return Outcome.refused(Rejection.notFound(thing));
    }
}
