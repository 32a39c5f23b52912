package by.belparcel.eventing.inbox;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.Cursors;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;

/** A query as the edge hands it over, its route's action already permitted. */
public record QueryRequest(Principal principal, Access access, RequestParameters parameters, Cursors cursors) {}
