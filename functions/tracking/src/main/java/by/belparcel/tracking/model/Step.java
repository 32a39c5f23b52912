package by.belparcel.tracking.model;

/** One rule of the filter. */
@FunctionalInterface
interface Step {

    Result judge(Case fix);

    /** Either the case goes on, perhaps marked, or the verdict is spoken. */
    sealed interface Result {

        record On(Case next) implements Result {}

        record Done(Verdict verdict) implements Result {}
    }

    static Result on(Case next) {
        return new Result.On(next);
    }

    static Result done(Verdict verdict) {
        return new Result.Done(verdict);
    }
}
