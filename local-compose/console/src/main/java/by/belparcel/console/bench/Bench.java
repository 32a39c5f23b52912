package by.belparcel.console.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One measurement. It starts what it needs on free ports and leaves nothing behind. */
interface Bench {

    List<Figure> run(Settings settings) throws IOException, InterruptedException;

    /** @param instances folder of routing instances, for the bench that needs one */
    record Settings(@Nullable Path instances) {}
}
