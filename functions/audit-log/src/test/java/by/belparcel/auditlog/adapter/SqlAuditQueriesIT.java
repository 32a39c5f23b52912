package by.belparcel.auditlog.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlAuditQueriesIT {

    private static final String FILL = """
            insert into audit_log.record
            select (i % 16)::smallint, i / 16 + 1, now(), 'e' || i, 'pvz-order.issued', now() - i * interval '1 second', 'w:' || i % 50,
                array['w:' || i % 50], 's' || i, 1, array['s' || i, 'p' || i % 75], 'p' || i % 75, 'ISSUED', 'c', '{}', '', ''
            from generate_series(1, 20000) i""";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("audit_log");

    @Test
    void findsNamesByTheirIndexHoweverLongTheTrailIs() throws SQLException {
        TestDatabase database = POSTGRES.database();
        database.execute(FILL);
        database.execute("analyze audit_log.record");

        assertThat(plan(database, "null, 's10000'")).contains("targets_idx");
        assertThat(plan(database, "'w:7', null")).contains("actors_idx");
    }

    private static String plan(TestDatabase database, String names) throws SQLException {
        try (Connection connection = database.jdbc();
                Statement statement = connection.createStatement()) {
            statement.execute("prepare page as " + SqlAuditQueries.NAMED);
            String call = "explain execute page(" + names + ", null, null, null, null, null, null, 21)";
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(call)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            statement.execute("deallocate page");
            return String.join("\n", lines);
        }
    }
}
