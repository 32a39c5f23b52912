package by.belparcel.auditlog.model;

/** What is counted at a pick-up point, with the name of its metric (domain operations.md section 10). */
public enum PvzCount {
    ACCEPTED("belparcel_orders_accepted_total", ""),
    ISSUED("belparcel_orders_issued_total", ""),
    REFUSED("belparcel_orders_refused_total", ""),
    RETURNED_BY_CLIENT("belparcel_orders_returned_total", "client"),
    RETURNED_TO_COURIER("belparcel_orders_returned_total", "courier"),
    OVERDUE("belparcel_orders_overdue_total", "");

    private final String metric;
    private final String by;

    PvzCount(String metric, String by) {
        this.metric = metric;
        this.by = by;
    }

    public String metric() {
        return metric;
    }

    /** Further label of the metric; empty where it has none. */
    public String by() {
        return by;
    }
}
