package by.belparcel.kernel;

/** How far an arrival time can be trusted (domain delivery.md section 4). */
public enum EtaQuality {
    HIGH,
    MEDIUM,
    LOW,
    NONE
}
