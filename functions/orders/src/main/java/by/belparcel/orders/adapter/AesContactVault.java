package by.belparcel.orders.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.kernel.PhoneNumber;
import by.belparcel.orders.application.Contact;
import by.belparcel.orders.application.ContactVault;
import by.belparcel.orders.application.SealedContact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * AES-256-GCM with a key of its own for each order, wrapped by the deployment's key: destroying the row's key erases the
 * contact for good. The order id is bound in, so that contacts cannot be exchanged between rows.
 */
public final class AesContactVault implements ContactVault {

    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 18;

    private final AesGcm cipher = new AesGcm();
    private final byte[] wrapping;
    private final byte[] phoneKey;
    private final byte[] trackingKey;

    /** @param base64Key at least 32 bytes in base64url, setting {@code belparcel.orders.contact-key} */
    public AesContactVault(String base64Key) {
        byte[] key = decode(base64Key);
        wrapping = Mac256.of(key, "contact-key");
        phoneKey = Mac256.of(key, "phone-index");
        trackingKey = Mac256.of(key, "tracking-token");
    }

    @Override
    public SealedContact seal(String orderId, Contact contact) {
        byte[] own = cipher.newKey();
        byte[] context = orderId.getBytes(StandardCharsets.UTF_8);
        PhoneNumber phone = contact.recipient().phone();
        return new SealedContact(
                cipher.encrypt(wrapping, own, context),
                cipher.encrypt(own, Json.mapper().writeValueAsBytes(contact), context),
                phoneIndex(phone),
                phone.last4());
    }

    @Override
    public Contact open(String orderId, SealedContact contact) {
        byte[] context = orderId.getBytes(StandardCharsets.UTF_8);
        byte[] own = cipher.decrypt(wrapping, contact.key(), context);
        return Json.mapper().readValue(cipher.decrypt(own, contact.data(), context), Contact.class);
    }

    @Override
    public byte[] phoneIndex(PhoneNumber phone) {
        return Mac256.of(phoneKey, phone.e164());
    }

    @Override
    public String trackingToken(String orderNumber) {
        byte[] mac = Arrays.copyOf(Mac256.of(trackingKey, orderNumber), TOKEN_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] decode(String text) {
        byte[] key;
        try {
            key = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Setting belparcel.orders.contact-key is not base64url");
        }
        if (key.length < KEY_BYTES) {
            throw new IllegalStateException("Setting belparcel.orders.contact-key has less than 32 bytes");
        }
        return key;
    }
}
