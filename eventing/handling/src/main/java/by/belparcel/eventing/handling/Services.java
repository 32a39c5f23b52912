package by.belparcel.eventing.handling;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.store.Database;

/** What the machinery offers to a handler at construction. */
public interface Services {

    Database database();

    Settings settings();

    Ids ids();

    Tokens tokens();

    /** Where the context counts what it does. */
    default Meter meter() {
        return Meter.NONE;
    }
}
