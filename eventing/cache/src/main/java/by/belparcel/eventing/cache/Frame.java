package by.belparcel.eventing.cache;

import by.belparcel.eventing.envelope.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An answer as it lies in Redis: checksum, then JSON that repeats the key, so that neither damage nor a foreign value is
 * taken for an answer. Whoever may write into Redis is trusted otherwise.
 *
 * @param at when the source was asked, epoch milliseconds
 * @param life milliseconds from then on
 * @param value absent = there is none
 */
record Frame(
        String key,
        long at,
        long life,
        Map<String, String> stamps,
        @Nullable JsonNode value) {

    private static final int SUM = Long.BYTES;

    static Frame of(String key, long at, long life, Map<String, String> stamps, @Nullable Object value) {
        return new Frame(
                key, at, life, stamps, value == null ? null : Json.mapper().valueToTree(value));
    }

    byte[] bytes() {
        byte[] json = Json.mapper().writeValueAsBytes(this);
        return ByteBuffer.allocate(SUM + json.length)
                .putLong(sum(json))
                .put(json)
                .array();
    }

    /** Empty unless these bytes were written by {@link #bytes} for this key. */
    static Optional<Frame> read(String key, byte[] bytes) {
        if (bytes.length <= SUM) {
            return Optional.empty();
        }
        byte[] json = Arrays.copyOfRange(bytes, SUM, bytes.length);
        if (ByteBuffer.wrap(bytes).getLong() != sum(json)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(json, Frame.class))
                    .filter(frame -> frame.key().equals(key));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The value as a record of the kind. */
    <V> Optional<V> as(Class<V> type) {
        return Optional.ofNullable(value).map(json -> Json.mapper().treeToValue(json, type));
    }

    private static long sum(byte[] json) {
        CRC32C crc = new CRC32C();
        crc.update(json);
        return crc.getValue();
    }
}
