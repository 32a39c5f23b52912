package by.belparcel.eventing.edge.security;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Cursors;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Cursors as JSON with a MAC over position, caller and filter; they hide nothing and cannot be changed or lent. */
public final class SignedCursors implements Cursors {

    private static final int MAC_BYTES = 16;
    private static final int LONGEST = 2_048;

    private final SigningKeys keys;
    private final String subject;

    public SignedCursors(SigningKeys keys, String subject) {
        this.keys = keys;
        this.subject = subject;
    }

    @Override
    public String issue(String filter, List<String> position) {
        byte[] body = Json.mapper().writeValueAsBytes(position);
        byte[] mac = mac(keys.signingKid(), filter, body);
        byte[] all = Arrays.copyOf(mac, MAC_BYTES + body.length);
        System.arraycopy(body, 0, all, MAC_BYTES, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    @Override
    public Optional<List<String>> read(String filter, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length <= MAC_BYTES) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(all, MAC_BYTES, all.length);
        byte[] given = Arrays.copyOf(all, MAC_BYTES);
        for (String kid : keys.kids()) {
            if (MessageDigest.isEqual(given, mac(kid, filter, body))) {
                return Optional.of(position(body));
            }
        }
        return Optional.empty();
    }

    private static List<String> position(byte[] body) {
        List<String> values = new ArrayList<>();
        for (JsonNode node : Json.mapper().readTree(body)) {
            values.add(node.asString());
        }
        return List.copyOf(values);
    }

    private byte[] mac(String kid, String filter, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.derive(kid, "belparcel list cursor v1"), "HmacSHA256"));
            field(mac, subject);
            field(mac, filter);
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Length first, so that no two pairs of fields give the same bytes. */
    private static void field(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(new byte[] {
            (byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length
        });
        mac.update(bytes);
    }
}
