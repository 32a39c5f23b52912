package by.belparcel.eventing.outbox;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The fixed assignment of aggregates to shards: CRC-32 of the id's UTF-8 bytes, lowest four bits. It must never change while
 * rows are unpublished; SQL computes the same with {@code crc32(convert_to(id, 'UTF8')) & 15}.
 */
public final class Shards {

    public static final int COUNT = 16;

    private Shards() {}

    public static int of(String aggregateId) {
        CRC32 crc = new CRC32();
        crc.update(aggregateId.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() & (COUNT - 1));
    }
}
