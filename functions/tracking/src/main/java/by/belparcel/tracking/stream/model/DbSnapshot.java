package by.belparcel.tracking.stream.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PostgreSQL's {@code pg_snapshot}: which transactions were committed when it was taken.
 *
 * @param text as the server writes it, {@code xmin:xmax:xip,xip}
 * @param running sorted transactions between the two bounds that were still open
 */
public record DbSnapshot(String text, long xmin, long xmax, long[] running) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,19}:[0-9]{1,19}:([0-9]{1,19}(,[0-9]{1,19})*)?");

    /** Empty when the text is no snapshot. */
    public static Optional<DbSnapshot> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        try {
            long xmin = Long.parseLong(text.substring(0, first));
            long xmax = Long.parseLong(text.substring(first + 1, second));
            String list = text.substring(second + 1);
            long[] running = list.isEmpty()
                    ? new long[0]
                    : Arrays.stream(list.split(",", -1))
                            .mapToLong(Long::parseLong)
                            .sorted()
                            .toArray();
            return xmin <= xmax ? Optional.of(new DbSnapshot(text, xmin, xmax, running)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether what this committed transaction wrote was visible. */
    public boolean sees(long xid) {
        return xid < xmin || (xid < xmax && Arrays.binarySearch(running, xid) < 0);
    }

    /** Whether everything that the other one sees is seen here too. */
    public boolean covers(DbSnapshot other) {
        if (xmax < other.xmax) {
            return false;
        }
        for (long open : running) {
            if (other.sees(open)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DbSnapshot that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
