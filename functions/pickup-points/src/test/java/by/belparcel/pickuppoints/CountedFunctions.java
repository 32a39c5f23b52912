package by.belparcel.pickuppoints;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.store.Database;
import java.util.List;

/** The commands of this context with a meter that somebody reads. */
public final class CountedFunctions implements FunctionModule {

    private final Meter meter;

    public CountedFunctions(Meter meter) {
        this.meter = meter;
    }

    private record Metered(Services services, Meter meter) implements Services {
        @Override
        public Database database() {
            return services.database();
        }

        @Override
        public Settings settings() {
            return services.settings();
        }

        @Override
        public Ids ids() {
            return services.ids();
        }

        @Override
        public Tokens tokens() {
            return services.tokens();
        }
    }

    @Override
    public String name() {
        return new PickupPointsFunctions().name();
    }

    @Override
    public List<FunctionSpec> functions() {
        return new PickupPointsFunctions()
                .functions().stream()
                        .filter(FunctionSpec.Command.class::isInstance)
                        .map(spec -> counted((FunctionSpec.Command<?, ?>) spec))
                        .toList();
    }

    private <C, R> FunctionSpec counted(FunctionSpec.Command<C, R> c) {
        return new FunctionSpec.Command<C, R>(
                c.name(),
                c.route(),
                c.body(),
                c.keyLife(),
                c.reader(),
                services -> c.handler().apply(new Metered(services, meter)));
    }
}
