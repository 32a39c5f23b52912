package by.belparcel.pickuppoints.application.reading;

/**
 * Which rows of a list are wanted.
 *
 * @param page from 1
 */
public record Paging(int page, int limit) {

    /** The first ones. */
    static Paging first(int rows) {
        return new Paging(1, rows);
    }

    public long offset() {
        return (page - 1L) * limit;
    }

    /** How many pages so many rows fill. */
    public int pages(long total) {
        return Math.toIntExact((total + limit - 1) / limit);
    }
}
