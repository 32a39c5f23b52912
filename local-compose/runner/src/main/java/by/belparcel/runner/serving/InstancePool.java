package by.belparcel.runner.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The instances of one service. Not thread-safe: its {@link Activator} guards it. */
final class InstancePool {

    private final List<Instance> instances = new ArrayList<>();

    void add(Instance instance) {
        instances.add(instance);
    }

    boolean remove(Instance instance) {
        return instances.remove(instance);
    }

    boolean contains(Instance instance) {
        return instances.contains(instance);
    }

    List<Instance> all() {
        return List.copyOf(instances);
    }

    boolean isEmpty() {
        return instances.isEmpty();
    }

    int count(Instance.State state) {
        return (int) instances.stream().filter(each -> each.state() == state).count();
    }

    /** Instances that serve or are about to. */
    int live() {
        return instances.size() - count(Instance.State.DRAINING);
    }

    int inFlight() {
        return instances.stream().mapToInt(Instance::inFlight).sum();
    }

    /** The least busy instance that takes one more request. */
    Optional<Instance> free(int containerConcurrency) {
        return instances.stream()
                .filter(each -> each.takes(containerConcurrency))
                .min(Comparator.comparingInt(Instance::inFlight));
    }

    /** The instances to give up when {@code count} are too many: those that start, then the least busy, the youngest first. */
    List<Instance> surplus(int count) {
        return instances.stream()
                .filter(each -> each.state() != Instance.State.DRAINING)
                .sorted(Comparator.comparing(Instance::state)
                        .thenComparingInt(Instance::inFlight)
                        .thenComparing(
                                Comparator.comparingLong(Instance::started).reversed()))
                .limit(Math.max(0, count))
                .toList();
    }
}
