package by.belparcel.console.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Prices with odd kopecks for a system that lives for one run only: the simulated provider declines .13, captures what it is asked
 * to void at .16 and settles a refund at the second question at .17. Tariffs of a system with a life of its own stay untouched.
 */
final class OddTariff {

    private static final String INTRODUCE = """
            insert into orders.rulesets (version, content, effective_from, activated_at)
            select '2026-01-02.1', jsonb_set(jsonb_set(replace(replace(replace(replace(content::jsonb::text,
                    '"set": 900}', '"set": 913}'), '"set": 600}', '"set": 616}'), '2026-01-01.1', '2026-01-02.1'),
                    '2026-01-01T00', '2026-01-02T00')::jsonb, '{rounding,step}', '1'), '{test_cases}', '[]'),
                '2026-01-02T00:00:00+03:00', now()
            from pricing.rulesets where version = '2026-01-01.1'
            on conflict do nothing""";

    private OddTariff() {}

    static void introduce(Db db) {
        try (Connection connection = db.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(INTRODUCE);
        } catch (SQLException e) {
            throw new Db.DbUnavailable(e);
        }
    }
}
