package by.belparcel.orders.application;

import by.belparcel.kernel.PhoneNumber;

/** Keeps personal data readable only for those who hold the deployment's key. */
public interface ContactVault {

    SealedContact seal(String orderId, Contact contact);

    Contact open(String orderId, SealedContact contact);

    byte[] phoneIndex(PhoneNumber phone);

    /** The unguessable part of an order's public tracking address. */
    String trackingToken(String orderNumber);
}
