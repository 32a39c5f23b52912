package by.belparcel.orders.model;

/** Languages of the product; their wire names are lower-case. */
public enum Language {
    RU,
    BE,
    EN;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
