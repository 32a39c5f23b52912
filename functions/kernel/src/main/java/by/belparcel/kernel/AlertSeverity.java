package by.belparcel.kernel;

/** How urgent an alert is. */
public enum AlertSeverity {
    INFO,
    WARNING,
    CRITICAL
}
