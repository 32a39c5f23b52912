package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import java.util.HashSet;
import java.util.Set;

/** Of what remembered answers are made, and which of it a fact changes. */
public final class CacheTags {

    /** The list of all points. */
    public static final String POINTS = "pvz-points";

    private CacheTags() {}

    public static String client(String clientId) {
        return "pvz-client:" + clientId;
    }

    public static String point(String pvzId) {
        return "pvz-point:" + pvzId;
    }

    /** Empty when the fact changes no remembered answer. */
    static Set<String> changedBy(DomainEvent fact) {
        Set<String> tags = new HashSet<>();
        if (fact instanceof PvzOrderEvent order) {
            tags.add(point(order.pvzId()));
            String client = order.order().userId();
            if (client != null) {
                tags.add(client(client));
            }
        } else if (fact instanceof PvzEvent) {
            tags.add(point(fact.aggregateId()));
            tags.add(POINTS);
        } else if (fact instanceof PlatformEvent.ReferenceUpdated reference
                && reference.kind().equals("pvz")) {
            tags.add(point(reference.id()));
            tags.add(POINTS);
        }
        return Set.copyOf(tags);
    }
}
