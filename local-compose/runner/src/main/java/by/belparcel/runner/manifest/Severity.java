package by.belparcel.runner.manifest;

/** How bad a finding is: an ERROR loses events or is refused by a cluster, a WARNING will bite later. */
public enum Severity {
    ERROR,
    WARNING
}
