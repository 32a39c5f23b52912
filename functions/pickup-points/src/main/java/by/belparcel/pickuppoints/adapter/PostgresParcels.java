package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The parcels in PostgreSQL; every method is one statement. */
public final class PostgresParcels implements Parcels {

    @Override
    public Mono<List<Parcel>> lock(Transaction tx, Collection<ParcelName> names) {
        return named(tx, ParcelSql.LOCK, names);
    }

    @Override
    public Mono<List<Parcel>> find(Transaction tx, Collection<ParcelName> names) {
        return named(tx, ParcelSql.NAMED, names);
    }

    @Override
    public Mono<Set<String>> insert(ParcelWork work, List<ParcelChange> changes) {
        return write(work, ParcelSql.INSERT, changes);
    }

    @Override
    public Mono<Void> save(ParcelWork work, List<ParcelChange> changes) {
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        return write(work, ParcelSql.SAVE, changes)
                .flatMap(written -> written.size() == changes.size()
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException("A parcel changed without its lock")));
    }

    private static Mono<Set<String>> write(ParcelWork work, String sql, List<ParcelChange> changes) {
        String document = Json.mapper()
                .writeValueAsString(changes.stream().map(ParcelRow::of).toList());
        return work.tx()
                .all(
                        sql,
                        row -> ParcelRows.text(row, "id"),
                        document,
                        work.actor().type(),
                        work.actor().id())
                .collect(Collectors.toSet());
    }

    private static Mono<List<Parcel>> named(Transaction tx, String sql, Collection<ParcelName> names) {
        return tx.all(
                        sql,
                        ParcelRows::parcel,
                        values(names, ParcelName.Kind.ALIAS),
                        values(names, ParcelName.Kind.UUID),
                        values(names, ParcelName.Kind.ORDER_NUMBER))
                .collectList();
    }

    static String[] values(Collection<ParcelName> names, ParcelName.Kind kind) {
        return names.stream()
                .filter(name -> name.kind() == kind)
                .map(ParcelName::value)
                .distinct()
                .toArray(String[]::new);
    }
}
