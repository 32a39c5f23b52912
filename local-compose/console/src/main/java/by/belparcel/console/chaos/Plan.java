package by.belparcel.console.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** All chance of a run, drawn from its seed before it begins. */
record Plan(long seed, List<Order> orders, List<Fault> faults) {

    private static final int TWICE_PERCENT = 20;
    private static final int REFUSED_PERCENT = 5;
    private static final int ON_PICKUP_PERCENT = 20;
    private static final int EXPRESS_PERCENT = 15;
    private static final int CANCEL_NOW_PERCENT = 10;
    private static final int CANCEL_LATER_PERCENT = 15;

    enum Cancel {
        NEVER,
        AT_ONCE,
        LATER
    }

    /**
     * @param twice each command of this order is sent twice in parallel with its key
     * @param refused it names a pick-up point that is closed
     * @param weightG weight of its one parcel, in grams
     */
    record Order(
            int number,
            boolean twice,
            boolean refused,
            boolean onPickup,
            boolean express,
            int weightG,
            Cancel cancel) {}

    /**
     * @param holdMillis how long it lasts, for those that last
     * @param choice from 0 to 1: which of several victims
     * @param gapMillis pause after the recovery
     */
    record Fault(int number, FaultKind kind, long holdMillis, double choice, long gapMillis) {}

    static Plan of(int orders, int faults, long seed) {
        Random random = new Random(seed);
        List<Order> drawn = new ArrayList<>();
        for (int number = 0; number < orders; number++) {
            drawn.add(order(number, random));
        }
        List<Fault> wanted = new ArrayList<>();
        List<FaultKind> kinds = new ArrayList<>();
        for (int number = 0; number < faults; number++) {
            if (kinds.isEmpty()) {
                kinds.addAll(List.of(FaultKind.values()));
                Collections.shuffle(kinds, random);
            }
            wanted.add(new Fault(
                    number,
                    kinds.removeLast(),
                    2_000 + random.nextInt(2_000),
                    random.nextDouble(),
                    random.nextInt(800)));
        }
        return new Plan(seed, List.copyOf(drawn), List.copyOf(wanted));
    }

    private static Order order(int number, Random random) {
        boolean twice = random.nextInt(100) < TWICE_PERCENT;
        boolean refused = random.nextInt(100) < REFUSED_PERCENT;
        boolean onPickup = random.nextInt(100) < ON_PICKUP_PERCENT;
        boolean express = random.nextInt(100) < EXPRESS_PERCENT;
        int weight = 500 + random.nextInt(90) * 100;
        int cancel = random.nextInt(100);
        return new Order(
                number,
                twice,
                refused,
                onPickup,
                express,
                weight,
                cancel < CANCEL_NOW_PERCENT
                        ? Cancel.AT_ONCE
                        : cancel < CANCEL_NOW_PERCENT + CANCEL_LATER_PERCENT ? Cancel.LATER : Cancel.NEVER);
    }
}
