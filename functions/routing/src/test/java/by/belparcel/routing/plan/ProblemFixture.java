package by.belparcel.routing.plan;

import by.belparcel.kernel.StopType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Problems on a flat map in metres, driven at 10 m/s. */
final class ProblemFixture {

    static final Load ROOMY = new Load(1_000_000, 10_000_000, 100);
    static final Load SMALL = new Load(1_000, 10_000, 1);

    private ProblemFixture() {}

    /** Places by their coordinates in km: x0, y0, x1, y1 and so on. */
    static TravelCosts map(double... kilometres) {
        return new TravelCosts() {
            @Override
            public int places() {
                return kilometres.length / 2;
            }

            @Override
            public double metres(int from, int to) {
                return 1000
                        * Math.hypot(
                                kilometres[2 * from] - kilometres[2 * to],
                                kilometres[2 * from + 1] - kilometres[2 * to + 1]);
            }

            @Override
            public double seconds(int from, int to) {
                return metres(from, to) / 10;
            }
        };
    }

    static Job job(String id, StopType type, int place) {
        return new Job(id, type, place, type == StopType.PICKUP ? Load.NONE : SMALL, 60, List.of(), true);
    }

    static Job pvz(String id, int place) {
        return job(id, StopType.PVZ, place);
    }

    static Job heavy(String id, int place, Load load) {
        return new Job(id, StopType.PVZ, place, load, 60, List.of(), true);
    }

    static Job within(String id, int place, double from, double to) {
        return Job.delivery(id, place, SMALL, 60, new Window(from, to));
    }

    static Vehicle vehicle(String id) {
        return Vehicle.at(id, ROOMY, 0, Limits.NONE);
    }

    static Problem problem(TravelCosts costs, Vehicle vehicle, Job... jobs) {
        return new Problem(List.of(vehicle), List.of(jobs), costs, Weights.DEFAULT);
    }

    /** Something that may happen: a few vehicles, all kinds of stops, windows, loads and limits. */
    static Problem random(long seed, boolean hardWindows) {
        Random random = new Random(seed);
        int places = 3 + random.nextInt(14);
        double[] map = random.doubles(2L * places, 0, 60).toArray();
        List<Job> jobs = new ArrayList<>();
        for (int i = 1; i < places; i++) {
            StopType type =
                    random.nextInt(6) == 0 ? StopType.RETURN : random.nextInt(6) == 0 ? StopType.PICKUP : StopType.PVZ;
            Load load = type == StopType.PICKUP
                    ? Load.NONE
                    : new Load(1000 + random.nextInt(200_000), 1000 + random.nextInt(2_000_000), 1 + random.nextInt(9));
            double from = random.nextInt(3 * 3600);
            List<Window> windows = random.nextBoolean()
                    ? List.of()
                    : List.of(new Window(from, from + 3600), new Window(from + 7200, from + 9000));
            jobs.add(new Job("j" + i, type, i, load, 60 + random.nextInt(600), windows, random.nextInt(12) > 0));
        }
        List<Vehicle> vehicles = new ArrayList<>();
        for (int v = 0; v <= random.nextInt(3); v++) {
            Limits limits = new Limits(2 + random.nextInt(12), 2 * 3600 + random.nextInt(6 * 3600), 9 * 3600);
            OptionalInt end = random.nextBoolean() ? OptionalInt.of(0) : OptionalInt.empty();
            vehicles.add(new Vehicle("v" + v, ROOMY, 0, end, random.nextInt(600), limits, List.of()));
        }
        Weights weights = hardWindows ? Weights.DISTANCE : Weights.DEFAULT;
        return new Problem(vehicles, jobs, map(map), weights);
    }
}
