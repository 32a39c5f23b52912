package by.belparcel.eventing.handling;

/**
 * Counts what a context does, for {@code /metrics}. Names begin with {@code belparcel_}; labels are name, value, name, value, ..
 * and never hold an id. A handler counts inside its transaction, so an attempt that is rolled back and repeated counts twice.
 */
public interface Meter {

    /** For functions that run without a process of their own, such as in tests. */
    Meter NONE = new Meter() {
        @Override
        public void count(String name, String... labels) {
            // nobody reads it
        }

        @Override
        public void observe(String name, double seconds, String... labels) {
            // nobody reads it
        }
    };

    void count(String name, String... labels);

    /** Records a duration in seconds. */
    void observe(String name, double seconds, String... labels);
}
