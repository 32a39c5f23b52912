package by.belparcel.kernel;

/** Where a batch goes (domain delivery.md section 3). */
public enum DestinationType {
    PVZ,
    HUB
}
