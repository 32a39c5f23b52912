package by.belparcel.console.chaos;

import java.util.List;

/**
 * Every row that the question finds breaks the promise.
 *
 * @param sql takes the moment from which on rows are judged as often as it has a question mark
 */
record SqlCheck(Violation.Kind kind, String invariant, String what, String sql) implements Check {

    @Override
    public List<Violation> violations(Evidence evidence) {
        Object[] binds = sql.chars()
                .filter(c -> c == '?')
                .mapToObj(c -> evidence.since())
                .toArray();
        return evidence.db().rows(sql, binds).stream()
                .map(row -> new Violation(kind, invariant, what + " " + row.values()))
                .toList();
    }
}
