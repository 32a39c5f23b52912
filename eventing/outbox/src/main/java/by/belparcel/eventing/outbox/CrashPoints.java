package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Faults;

/** Where a crash is interesting (quality section 3, O0 to O5); tests throw here, the chaos build halts the process. */
interface CrashPoints {

    void reach(String point);

    static CrashPoints ofProcess() {
        return Faults::reach;
    }
}
