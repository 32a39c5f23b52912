package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.pickuppoints.model.ParcelName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a worker found in a batch. */
public record ReceiveBatch(
        List<AcceptedLine> accepted, List<FoundLine> missing, List<FoundLine> extra, List<FoundLine> damaged) {

    /**
     * A parcel that is there.
     *
     * @param where JSON Pointer of its name in the request
     * @param packaging in place of what the order says, as it stands in the request
     */
    public record AcceptedLine(
            String where,
            ParcelName name,
            @Nullable String packaging,
            @Nullable String cell,
            @Nullable Instant storageUntil) {}

    /**
     * A parcel with which something is wrong.
     *
     * @param name absent when its label cannot be read
     */
    public record FoundLine(
            String where,
            @Nullable ParcelName name,
            @Nullable String note,
            List<String> attachmentIds) {}

    public ReceiveBatch {
        accepted = List.copyOf(accepted);
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        damaged = List.copyOf(damaged);
    }

    /** Equal for equal requests, so that a repetition is known as one. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
