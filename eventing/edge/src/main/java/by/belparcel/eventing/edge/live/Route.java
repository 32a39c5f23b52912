package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.handling.Cursors;
import by.belparcel.eventing.handling.LiveHandler;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a connection was opened for.
 *
 * @param permitted whether the caller's role has the route's action
 * @param cursors made for a caller
 */
public record Route(
        LiveHandler handler,
        RequestParameters parameters,
        Predicate<Principal> permitted,
        Function<Principal, Cursors> cursors) {}
