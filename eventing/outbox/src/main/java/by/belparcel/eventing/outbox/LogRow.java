package by.belparcel.eventing.outbox;

/**
 * One row of the log on its way to Kafka.
 *
 * @param head all columns but the payload, joined by {@link LogQueries#SEPARATOR}; decoded only when the row is sent
 * @param data the payload, UTF-8 JSON
 */
record LogRow(long seq, String aggregateId, String head, byte[] data) {

    private static final int COLUMNS = 14;

    /** The columns of the head in the order of {@link LogQueries}; an attribute text never contains the separator. */
    String[] columns() {
        String[] columns = new String[COLUMNS];
        int start = 0;
        for (int i = 0; i < COLUMNS - 1; i++) {
            int end = head.indexOf(LogQueries.SEPARATOR, start);
            if (end < 0) {
                throw new IllegalStateException("The row " + seq + " has " + i + " columns");
            }
            columns[i] = head.substring(start, end);
            start = end + 1;
        }
        columns[COLUMNS - 1] = head.substring(start);
        return columns;
    }

    static LogRow of(String head, byte[] data) {
        int afterSeq = head.indexOf(LogQueries.SEPARATOR);
        int afterKey = head.indexOf(LogQueries.SEPARATOR, afterSeq + 1);
        return new LogRow(Long.parseLong(head, 0, afterSeq, 10), head.substring(afterSeq + 1, afterKey), head, data);
    }

    /** Bytes it roughly takes in Kafka. */
    int size() {
        return head.length() + data.length;
    }
}
