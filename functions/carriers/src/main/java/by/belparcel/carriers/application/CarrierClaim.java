package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.Principal;
import java.util.Optional;

/** The carrier that a token speaks for: never a path or a body (domain delivery.md section 2). */
final class CarrierClaim {

    private CarrierClaim() {}

    static Optional<String> of(Principal principal) {
        return Optional.ofNullable(principal.claim("carrier_id")).flatMap(PathId::read);
    }
}
