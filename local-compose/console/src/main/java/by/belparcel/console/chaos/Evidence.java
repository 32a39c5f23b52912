package by.belparcel.console.chaos;

import java.util.List;

/**
 * All that the checker looks at.
 *
 * @param since only what the system wrote after this moment is judged; RFC 3339
 * @param run part of every reference of this run
 * @param topics all event topics, each partition in order
 * @param repeater sends a command once more with its old key
 */
record Evidence(String since, String run, List<Deed> deeds, Db db, List<TopicRecord> topics, Repeater repeater) {

    /** Sends a command that was answered before again, as the same user with the same key. */
    @FunctionalInterface
    interface Repeater {
        Answer repeat(Deed deed) throws InterruptedException;
    }
}
