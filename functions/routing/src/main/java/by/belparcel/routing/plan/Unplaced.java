package by.belparcel.routing.plan;

/** A job that is in no route, and why. */
public record Unplaced(String jobId, UnplacedReason reason) {}
