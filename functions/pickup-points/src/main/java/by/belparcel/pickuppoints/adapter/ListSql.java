package by.belparcel.pickuppoints.adapter;

/**
 * Statements of the lists. The count and the page are one statement; the page is cut off along an index whose order is the
 * list's, so that no list is ever sorted as a whole. Filters that are not wanted are not in the text: a generic plan of
 * {@code $2 is null or pvz_id = $2} could not use the index.
 */
final class ListSql {

    private static final String CLIENT = "client_id = $1";
    private static final String HERE = " and pvz_id = $2::uuid";
    private static final String WAITING = " and state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT')";
    private static final String NEWEST = "created_at desc, id desc";
    private static final String AFTER = " and (created_at, id) < ($3, $4::uuid)";

    static final String RETURNS = page("pvz_id = $1::uuid and returned_at is not null", "returned_at desc, id desc", 2);

    static final String OVERDUE = page(
            "pvz_id = $1::uuid and state in ('ACCEPTED', 'OVERDUE') and storage_until < date_trunc('milliseconds', now())",
            "storage_until, id",
            2);

    static final String IN_STOCK = ParcelRows.COLUMNS + """
            from pickup_points.parcel p
            where p.pvz_id = $1::uuid and p.state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT')
            order by p.storage_until, p.id
            """;

    /** By whether only one point counts and whether only what waits: the binds are client, point, offset, limit. */
    private static final String[] OF_CLIENT = {
        page(CLIENT + unused(), NEWEST, 3),
        page(CLIENT + unused() + WAITING, NEWEST, 3),
        page(CLIENT + HERE, NEWEST, 3),
        page(CLIENT + HERE + WAITING, NEWEST, 3)
    };

    /** The same after a row: client, point, time and id of that row, limit. */
    private static final String[] AFTER_OF_CLIENT = {
        part(CLIENT + unused() + AFTER),
        part(CLIENT + unused() + AFTER + WAITING),
        part(CLIENT + HERE + AFTER),
        part(CLIENT + HERE + AFTER + WAITING)
    };

    private ListSql() {}

    static String ofClient(boolean here, boolean waiting) {
        return OF_CLIENT[index(here, waiting)];
    }

    static String afterOfClient(boolean here, boolean waiting) {
        return AFTER_OF_CLIENT[index(here, waiting)];
    }

    private static int index(boolean here, boolean waiting) {
        return (here ? 2 : 0) + (waiting ? 1 : 0);
    }

    /** The point's bind must be of some type where it does not filter. */
    private static String unused() {
        return " and $2::uuid is null";
    }

    /** @param bind number of the offset's bind; the limit's is the next */
    private static String page(String where, String order, int bind) {
        return ParcelRows.COLUMNS + """
                , t.total, date_trunc('milliseconds', now()) as listed_at
                from (select count(*) as total from pickup_points.parcel where %1$s) as t
                left join lateral (
                    select * from pickup_points.parcel where %1$s order by %2$s offset $%3$d limit $%4$d) as p on true
                order by %5$s
                """.formatted(where, order, bind, bind + 1, ofPage(order));
    }

    private static String part(String where) {
        return ParcelRows.COLUMNS + """
                from (select * from pickup_points.parcel where %1$s order by %2$s limit $5) as p
                order by %3$s
                """.formatted(where, NEWEST, ofPage(NEWEST));
    }

    /** The order of the rows that were cut off: a bare {@code id} would mean the text that is answered. */
    private static String ofPage(String order) {
        return "p." + order.replace(", ", ", p.");
    }
}
