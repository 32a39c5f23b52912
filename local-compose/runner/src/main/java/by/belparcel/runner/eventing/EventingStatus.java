package by.belparcel.runner.eventing;

import java.util.List;

/** A snapshot of the eventing plane; {@code missingTopics} are read as soon as somebody creates them. */
public record EventingStatus(
        boolean ready, List<SourceStatus> sources, List<TriggerStatus> triggers, List<String> missingTopics) {

    /** Events that went to a dead-letter sink since the start. */
    public long dead() {
        return sources.stream().mapToLong(SourceStatus::dead).sum()
                + triggers.stream().mapToLong(TriggerStatus::dead).sum();
    }

    /** Events that were lost since the start: undeliverable, and no dead-letter sink took them. */
    public long lost() {
        return sources.stream().mapToLong(SourceStatus::lost).sum()
                + triggers.stream().mapToLong(TriggerStatus::lost).sum();
    }
}
