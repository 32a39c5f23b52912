package by.belparcel.eventing.handling;

import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import java.util.Optional;

/** The object-level half of access control; the route's action was already checked against the principal's roles. */
public interface Access {

    /**
     * Decides the route's action for a row with these facts (such as {@code shop_id}).
     *
     * @return empty when permitted; else the refusal: 404 of the given thing for scoped roles, 403 for staff
     */
    Optional<Rejection> denied(Map<String, String> facts, String thing);
}
