package by.belparcel.carriers.model;

/** What the driver found. */
public enum CheckResult {
    OK,
    ISSUE
}
