package by.belparcel.eventing.outbox;

/** Reference to a row of the log that waits behind a parked key. */
record HeldRow(long seq, String aggregateId, String xid, String day) {

    static HeldRow of(LogRow row) {
        String[] columns = row.columns();
        return new HeldRow(row.seq(), row.aggregateId(), columns[2], columns[3]);
    }
}
