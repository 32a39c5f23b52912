package by.belparcel.architecture;

import by.belparcel.app.Contexts;
import by.belparcel.app.PlatformFunctions;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.outbox.OutboxMetrics;
import by.belparcel.events.EventCatalog;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who emits and who handles each type: emitting is calling the record's constructor, handling is declared. */
final class EventFlow {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("by.belparcel");

    private final List<FunctionModule> modules = Stream.concat(
                    Contexts.all().stream(), Stream.of(new PlatformFunctions(OutboxMetrics.noop())))
            .toList();

    /** A function and the context it belongs to. */
    record Consumer(String context, FunctionSpec.Event<?> function) {}

    List<FunctionModule> modules() {
        return modules;
    }

    /** Names of the contexts whose code makes such an event. */
    SortedSet<String> producers(EventType<?> type) {
        SortedSet<String> contexts = new TreeSet<>();
        for (JavaConstructorCall call : PRODUCT.get(type.payload()).getConstructorCallsToSelf()) {
            String origin = call.getOriginOwner().getPackageName() + ".";
            modules.stream()
                    .filter(module -> origin.startsWith(module.getClass().getPackageName() + "."))
                    .forEach(module -> contexts.add(module.name()));
        }
        return contexts;
    }

    List<Consumer> consumers(EventType<?> type) {
        List<Consumer> consumers = new ArrayList<>();
        for (FunctionModule module : modules) {
            for (FunctionSpec function : module.functions()) {
                if (function instanceof FunctionSpec.Event<?> event
                        && event.type().equals(type)) {
                    consumers.add(new Consumer(module.name(), event));
                }
            }
        }
        return consumers;
    }

    /** Contexts that react to what the given one emits. */
    SortedSet<String> next(String context) {
        SortedSet<String> next = new TreeSet<>();
        for (EventType<?> type : EventCatalog.all()) {
            if (producers(type).contains(context)) {
                consumers(type).forEach(consumer -> next.add(consumer.context()));
            }
        }
        return next;
    }
}
