package by.belparcel.orders.application;

/**
 * Personal data as it is stored.
 *
 * @param key the order's own key, wrapped by the deployment's key; destroying it erases the contact
 * @param data the contact, encrypted by the order's key
 * @param phoneIndex HMAC of the phone, to find it without storing it
 * @param phoneLast4 for search by staff
 */
public record SealedContact(byte[] key, byte[] data, byte[] phoneIndex, String phoneLast4) {}
