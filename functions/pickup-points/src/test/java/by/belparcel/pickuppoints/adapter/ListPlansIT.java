package by.belparcel.pickuppoints.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pickuppoints.CounterScene;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How PostgreSQL reads long lists: a page comes off an index in its order, and nothing sorts more than a page. */
class ListPlansIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private static final int ROWS = 10_000;
    private static final int PAGE = 20;
    private static final Pattern NODE =
            Pattern.compile("(\\w[\\w ]*?) .*actual time=\\S+ rows=([0-9.]+) loops=([0-9]+)");

    private static String pvz = "";

    @BeforeAll
    static void fill() {
        pvz = CounterScene.aPoint(POSTGRES.database());
        POSTGRES.database().execute("""
                        insert into pickup_points.parcel (
                            id, external_ref, client_id, pvz_id, state, version, packaging, weight_g, price_kopecks,
                            surcharge_kopecks, source, accepted_at, storage_until, issued_at, returned_at, created_at, updated_at)
                        select gen_random_uuid(), n, case when n <= ? then '777' else (n % 5000)::text end, ?::uuid,
                               case n % 100 when 0 then 'ACCEPTED' when 1 then 'RETURNED_BY_CLIENT' else 'ISSUED' end, 1,
                               'NONE', 100, 100, 0, 'COURIER', now() - n * interval '1 second', now() - n * interval '1 minute',
                               now(), case n % 100 when 1 then now() - n * interval '1 second' end,
                               now() - n * interval '1 second', now()
                        from generate_series(1, ?) as n
                        """, ROWS, pvz, ROWS * 3);
        POSTGRES.database().execute("vacuum analyze pickup_points.parcel");
    }

    @Test
    void readsAPageOfAClientWithTenThousandParcelsAlongTheIndex() {
        sortsNoMoreThanAPage(
                explain(ListSql.ofClient(false, false), "'777'", "null::text", "40", "20"), "parcel_of_client ");
        sortsNoMoreThanAPage(
                explain(ListSql.ofClient(true, false), "'777'", point(), "40", "20"), "parcel_of_client_here");
    }

    @Test
    void readsWhatWaitsForAClientWithoutReadingWhatWasIssued() {
        List<String> plan = explain(ListSql.ofClient(false, true), "'777'", "null::text", "0", "20");

        sortsNoMoreThanAPage(plan, "parcel_of_client_waiting");
        assertThat(String.join("\n", plan)).doesNotContain("Rows Removed by Filter");
    }

    @Test
    void goesOnWithAScrollWhereItStopped() {
        List<String> plan = explain(
                ListSql.afterOfClient(false, false),
                "'777'",
                "null::text",
                "now() - interval '5000 seconds'",
                "'0190a001-0000-7000-8000-000000000001'",
                "21");

        sortsNoMoreThanAPage(plan, "parcel_of_client ");
        assertThat(String.join("\n", plan)).doesNotContain("Rows Removed by Filter");
    }

    @Test
    void readsReturnsAndOverdueParcelsOfAPointAlongTheirIndexes() {
        sortsNoMoreThanAPage(explain(ListSql.RETURNS, point(), "20", "20"), "parcel_returned");
        sortsNoMoreThanAPage(explain(ListSql.OVERDUE, point(), "20", "20"), "parcel_at_point");
    }

    private static String point() {
        return "'" + pvz + "'";
    }

    private static void sortsNoMoreThanAPage(List<String> plan, String index) {
        String text = String.join("\n", plan);
        assertThat(text).contains("using " + index).doesNotContain("Seq Scan on parcel");
        for (String line : plan) {
            Matcher node = NODE.matcher(line);
            if (line.contains("Sort ") && node.find()) {
                assertThat(Double.parseDouble(node.group(2))).as(text).isLessThanOrEqualTo(PAGE + 1);
            }
        }
    }

    private static List<String> explain(String sql, String... binds) {
        String statement = sql;
        for (int i = binds.length; i > 0; i--) {
            statement = statement.replace("$" + i, binds[i - 1]);
        }
        return POSTGRES.database().texts("explain (analyze, costs off) " + statement.replace("?", "??"));
    }
}
