package by.belparcel.references.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.references.model.Reference;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code POST /references/announcements}: tells everybody the present state of all references again, for a projection that
 * is new or was lost. Versions stay as they are, so whoever is up to date ignores it.
 */
public final class AnnounceReferencesHandler
        implements CommandHandler<AnnounceReferencesHandler.Everything, AnnounceReferencesHandler.Announced> {

    private static final int EVERYTHING = 10_000;

    private final List<References<? extends Reference>> all;

    public AnnounceReferencesHandler(List<References<? extends Reference>> all) {
        this.all = List.copyOf(all);
    }

    /** The command has no arguments. */
    public record Everything() {}

    public record Announced(int count) {}

    @Override
    public Mono<Outcome<Announced>> handle(Everything command, CommandContext context) {
        Search everything = new Search(null, null, EVERYTHING);
        return Flux.fromIterable(all)
                .concatMap(references -> references.search(context.tx(), everything))
                .concatMapIterable(rows -> rows)
                .doOnNext(row -> context.emit(Announcement.of(row, List.of(), context.now()), row.version()))
                .count()
                .map(count -> Outcome.ok(new Announced(count.intValue())));
    }
}
