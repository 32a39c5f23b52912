package by.belparcel.eventing.handling;

import by.belparcel.eventing.store.Transaction;

/** What a query handler may use. */
public interface QueryContext extends Access {

    Principal principal();

    RequestParameters parameters();

    /** Cursors bound to this caller. */
    Cursors cursors();

    /** Single statements, no transaction around them. */
    Transaction tx();
}
