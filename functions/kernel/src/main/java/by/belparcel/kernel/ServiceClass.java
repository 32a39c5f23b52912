package by.belparcel.kernel;

/** How fast an order travels; the field is called {@code service}. */
public enum ServiceClass {
    NORMAL,
    EXPRESS
}
