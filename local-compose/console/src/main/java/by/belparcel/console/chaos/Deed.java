package by.belparcel.console.chaos;

import java.util.List;

/**
 * One command of the load and what is known of it.
 *
 * @param proc number of the client
 * @param action place or cancel
 * @param target the shop's reference of a placed order; the id of a cancelled one
 * @param answers one for each time it was sent in parallel, each the last word on that request
 */
record Deed(int proc, Action action, String target, String key, String path, String body, List<Answer> answers) {

    enum Action {
        PLACE,
        CANCEL
    }

    enum Verdict {
        OK,
        REJECTED,
        UNKNOWN
    }

    Verdict verdict() {
        if (answers.stream().anyMatch(Answer::ok)) {
            return Verdict.OK;
        }
        return answers.stream().allMatch(Answer::known) ? Verdict.REJECTED : Verdict.UNKNOWN;
    }

    /** The accepted answer, otherwise the last one. */
    Answer answer() {
        return answers.stream().filter(Answer::ok).findFirst().orElse(answers.getLast());
    }
}
