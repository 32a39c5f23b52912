package by.belparcel.pickuppoints.application.counter;

import by.belparcel.pickuppoints.model.ParcelName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parcels that a client takes or brings back.
 *
 * @param userId the client; absent at the issue = whoever the parcels belong to
 * @param verificationIds what checking the client's codes answered
 * @param requireCode whether parcels of no order need one too
 * @param receipt fiscal receipt of orders that are paid at the counter
 * @param document shown instead of a code
 */
public record ProcessOrders(
        Action action,
        @Nullable String userId,
        List<ParcelName> names,
        List<String> verificationIds,
        boolean atomic,
        boolean requireCode,
        @Nullable String reason,
        @Nullable String receipt,
        @Nullable Document document) {

    /** What is done with them. */
    public enum Action {
        ISSUE,
        RETURN
    }

    /**
     * A document instead of a code.
     *
     * @param reason why there is no code
     * @param last4 the last characters of its number
     */
    public record Document(String reason, String last4) {

        String detail() {
            return "DOCUMENT ****" + last4 + ": " + reason;
        }
    }

    public ProcessOrders {
        names = List.copyOf(names);
        verificationIds = List.copyOf(verificationIds);
    }

    /** What the client showed instead of a code and for its payment, for the history; absent when nothing. */
    @Nullable
    String shown() {
        String text = Stream.of(
                        Optional.ofNullable(receipt).map(number -> "RECEIPT " + number),
                        Optional.ofNullable(document).map(Document::detail))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }
}
