package by.belparcel.orders.model;

import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.ServiceClass;

/** What a shop may choose for an order. */
public record Options(
        boolean insurance,
        boolean ageCheck,
        boolean idCheck,
        boolean partialIssue,
        Packaging packaging,
        ServiceClass service) {

    public static final Options NONE = new Options(false, false, false, false, Packaging.NONE, ServiceClass.NORMAL);
}
