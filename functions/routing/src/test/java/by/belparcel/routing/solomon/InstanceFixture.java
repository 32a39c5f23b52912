package by.belparcel.routing.solomon;

import java.util.Locale;
import java.util.Random;

/** Small instances as text. */
final class InstanceFixture {

    private InstanceFixture() {}

    /** Four customers in the corners of a square around the depot; each vehicle takes two. */
    static String square() {
        return """
                SQUARE

                VEHICLE
                NUMBER     CAPACITY
                  3         20

                CUSTOMER
                CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

                    0      50         50          0          0       1000          0
                    1      40         40         10          0       1000         10
                    2      60         40         10          0       1000         10
                    3      60         60         10          0       1000         10
                    4      40         60         10          0       1000         10
                """;
    }

    /** So many customers with wide windows, the same for the same seed. */
    static String random(int customers, long seed) {
        Random random = new Random(seed);
        StringBuilder text =
                new StringBuilder("RANDOM" + customers + "\n\nVEHICLE\nNUMBER CAPACITY\n 25 200\n\nCUSTOMER\n\n");
        text.append("0 35 35 0 0 1000 0\n");
        for (int i = 1; i <= customers; i++) {
            int ready = random.nextInt(500);
            text.append(String.format(
                    Locale.ROOT,
                    "%d %d %d %d %d %d 10%n",
                    i,
                    random.nextInt(70),
                    random.nextInt(70),
                    1 + random.nextInt(30),
                    ready,
                    ready + 150 + random.nextInt(200)));
        }
        return text.toString();
    }
}
