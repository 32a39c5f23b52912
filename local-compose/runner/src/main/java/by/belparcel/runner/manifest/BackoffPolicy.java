package by.belparcel.runner.manifest;

/** The two shapes of waiting between attempts that a DeliverySpec knows. */
public enum BackoffPolicy {
    LINEAR,
    EXPONENTIAL
}
