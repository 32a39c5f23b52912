package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * {@code POST /references/carriers/announcements}: tells everybody the state of all carriers again, for a projection that is new or
 * was lost. Versions stay as they are, so whoever is up to date ignores it.
 */
public final class AnnounceCarriersHandler
        implements CommandHandler<AnnounceCarriersHandler.Everybody, AnnounceCarriersHandler.Announced> {

    private static final int EVERYBODY = 10_000;

    private final CarrierDirectory directory;

    public AnnounceCarriersHandler(CarrierDirectory directory) {
        this.directory = directory;
    }

    /** The command has no arguments. */
    public record Everybody() {}

    public record Announced(int count) {}

    @Override
    public Mono<Outcome<Announced>> handle(Everybody command, CommandContext context) {
        return directory
                .search(context.tx(), new CarrierDirectory.Search(null, null, null, null, EVERYBODY))
                .map(all -> {
                    all.forEach(carrier ->
                            context.emit(Announcement.of(carrier, List.of(), context.now()), carrier.editVersion()));
                    return Outcome.ok(new Announced(all.size()));
                });
    }
}
