package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pick-up point at which somebody works.
 *
 * @param pvzId empty when it was refused
 * @param refusal absent when the caller may work there
 */
record Counter(String pvzId, @Nullable Rejection refusal) {

    /** @param named what the request says; a worker need not say it, staff that is bound to no point must */
    static Counter of(@Nullable String named, Principal principal, Access access) {
        String pvz = named == null ? principal.claim("pvz_id") : named;
        if (pvz == null) {
            return new Counter(
                    "",
                    Rejection.invalid(FieldError.of(
                            "/pvz_id", "REQUIRED", "is required for whoever is bound to no pick-up point")));
        }
        if (!PathId.isId(pvz)) {
            return new Counter("", Rejection.notFound("PVZ"));
        }
        Optional<Rejection> denied = access.denied(Map.of("pvz_id", pvz), "PVZ");
        return new Counter(pvz, denied.orElse(null));
    }

    /** Attempts are counted for the person at the device: the subject, and the device where the token names one. */
    static String terminal(Principal principal) {
        String device = principal.claim("terminal_id");
        return device == null ? principal.subject() : principal.subject() + '|' + device;
    }
}
