package by.belparcel.kernel;

/** How far distances and arrival times can be trusted: road network, its fallback, or the straight line. */
public enum PlanQuality {
    ROAD,
    ROAD_FALLBACK,
    STRAIGHT
}
