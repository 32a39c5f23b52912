package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.ParcelView;
import by.belparcel.pickuppoints.application.reading.ParcelLists;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * {@code POST /pvz/v1/points/{id}:reconcile}. It compares and changes nothing: what is missing is searched for first. A bare
 * order stands for all its parcels at the point.
 */
public final class ReconcileHandler implements CommandHandler<Reconcile, ReconcileReply> {

    private static final String THING = "PVZ";

    private final Points points;
    private final ParcelLists lists;

    public ReconcileHandler(Points points, ParcelLists lists) {
        this.points = points;
        this.lists = lists;
    }

    @Override
    public Mono<Outcome<ReconcileReply>> handle(Reconcile command, CommandContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .filter(id -> context.denied(Map.of("pvz_id", id), THING).isEmpty())
                .flatMap(id -> points.find(context.tx(), id))
                .flatMap(point -> lists.inStock(context.tx(), point.id())
                        .map(books -> Outcome.ok(compare(point.id(), books, command.scanned(), context.now()))))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound(THING))));
    }

    private static ReconcileReply compare(String pvzId, List<Parcel> books, List<ParcelName> scanned, Instant now) {
        Map<String, ParcelName> names = new LinkedHashMap<>();
        scanned.forEach(name -> names.putIfAbsent(name.kind() + " " + name.value() + '/' + name.parcelNo(), name));
        ParcelIndex index = new ParcelIndex(books);
        Map<String, Parcel> missing = new LinkedHashMap<>();
        books.forEach(parcel -> missing.put(parcel.id(), parcel));
        Collection<String> extra = new java.util.ArrayList<>();
        for (ParcelName name : names.values()) {
            List<Parcel> meant = index.meant(name);
            meant.forEach(parcel -> missing.remove(parcel.id()));
            if (meant.isEmpty()) {
                extra.add(name.given());
            }
        }
        List<ParcelView> views = missing.values().stream()
                .map(parcel -> ParcelView.of(parcel, now))
                .toList();
        return new ReconcileReply(pvzId, books.size(), names.size(), views, List.copyOf(extra));
    }
}
