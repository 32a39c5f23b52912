package by.belparcel.console.bench;

import java.io.IOException;
import java.util.List;

/** How long {@code up} takes on a built tree, until everything is ready. */
final class UpBench implements Bench {

    private static final double LIMIT_SECONDS = 20;

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        long started = System.nanoTime();
        double seconds;
        try (OwnSystem own = OwnSystem.start()) {
            seconds = (System.nanoTime() - started) / 1e9;
            new Status(own.running()).read();
        }
        return List.of(Figure.limit("up on a built tree", seconds, "s", LIMIT_SECONDS));
    }
}
