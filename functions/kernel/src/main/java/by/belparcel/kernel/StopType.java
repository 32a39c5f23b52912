package by.belparcel.kernel;

/** What happens at a stop. */
public enum StopType {
    PICKUP,
    HUB,
    PVZ,
    RETURN
}
