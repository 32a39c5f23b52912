package by.belparcel.console.chaos;

/**
 * A promise that was not kept, with the row that shows it.
 *
 * @param invariant its number in the quality document
 */
record Violation(Kind kind, String invariant, String text) {

    /** What the report counts: an effect too few, an effect too many, or anything against the order of things. */
    enum Kind {
        LOST,
        DOUBLED,
        DISORDERED
    }

    @Override
    public String toString() {
        return invariant + " " + kind + ": " + text;
    }
}
