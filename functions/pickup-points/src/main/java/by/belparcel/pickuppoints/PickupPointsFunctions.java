package by.belparcel.pickuppoints;

import by.belparcel.eventing.cache.ProcessCache;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import java.util.List;
import java.util.stream.Stream;

/** Routes and handlers of the context pickup-points; each part has its list. */
public final class PickupPointsFunctions implements FunctionModule {

    private final ProcessCache cache = new ProcessCache();
    private final Freshness freshness = new Freshness(cache);

    @Override
    public String name() {
        return "pickup-points";
    }

    @Override
    public List<FunctionSpec> functions() {
        return Stream.of(
                        CounterFunctions.list(),
                        ReceivingFunctions.list(),
                        FollowingFunctions.list(cache),
                        ReadingFunctions.list(cache),
                        ImportFunctions.list(),
                        PointsFunctions.list())
                .flatMap(List::stream)
                .map(freshness::of)
                .toList();
    }
}
