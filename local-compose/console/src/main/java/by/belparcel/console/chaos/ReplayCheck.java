package by.belparcel.console.chaos;

import java.util.ArrayList;
import java.util.List;

/** I12: a key that was answered gives the same bytes again, to each of its parallel requests and for ever. */
final class ReplayCheck implements Check {

    private static final int SAMPLE = 40;

    @Override
    public List<Violation> violations(Evidence evidence) throws InterruptedException {
        List<Deed> accepted = evidence.deeds().stream()
                .filter(deed -> deed.verdict() == Deed.Verdict.OK)
                .toList();
        List<Violation> found = new ArrayList<>();
        for (Deed deed : accepted) {
            deed.answers().stream().filter(Answer::ok).forEach(answer -> compare(deed, answer, found));
        }
        int step = Math.max(1, accepted.size() / SAMPLE);
        for (int i = 0; i < accepted.size(); i += step) {
            Answer again = evidence.repeater().repeat(accepted.get(i));
            compare(accepted.get(i), again, found);
            if (again.ok() && !again.replayed()) {
                found.add(new Violation(
                        Violation.Kind.DOUBLED, "I12", accepted.get(i).key() + " was executed again: " + again));
            }
        }
        return found;
    }

    private static void compare(Deed deed, Answer other, List<Violation> found) {
        Answer first = deed.answer();
        if (first.status() != other.status() || !first.body().equals(other.body())) {
            found.add(new Violation(
                    Violation.Kind.LOST, "I12", deed.key() + " was answered " + first + " and later " + other));
        }
    }
}
