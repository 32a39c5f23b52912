package by.belparcel.carriers.adapter;

import by.belparcel.carriers.application.CarrierDirectory;
import by.belparcel.carriers.model.Carrier;
import by.belparcel.carriers.model.Vehicle;
import by.belparcel.eventing.store.Transaction;
import java.util.List;
import reactor.core.publisher.Mono;

/** Carriers as reference data in PostgreSQL. */
public final class PostgresCarrierDirectory implements CarrierDirectory {

    private static final String SEARCH = "select " + Rows.CARRIER + """
             from carriers.carriers c
             where ($1::text is null or c.search like $1::text escape '!')
               and ($2::boolean is null or c.is_active = $2::boolean)
               and ($3::uuid is null or c.home_warehouse = $3::uuid)
               and ($4::text is null or c.code > $4::text)
             order by c.code
             limit $5
            """;

    private static final String LOCK =
            "select " + Rows.CARRIER + " from carriers.carriers c where c.id = $1::uuid for update";

    private static final String SAVE = """
            with edited as (
                update carriers.carriers
                set plate = $2, vehicle_type = $3, payload_g = $4, volume_cm3 = $5, slots = $6, skills = $7,
                    max_parallel_trips = $8, time_scale = $9, is_active = $10, version = $11, edit_version = $11
                where id = $1::uuid
                returning id, version)
            insert into carriers.changes (id, version, changed, reason, actor, at)
            select id, version, $12, $13, $14, $15 from edited
            """;

    @Override
    public Mono<List<Carrier>> search(Transaction tx, Search s) {
        return tx.all(SEARCH, Rows::carrier, s.pattern(), s.active(), s.warehouse(), s.afterCode(), s.limit() + 1)
                .collectList();
    }

    @Override
    public Mono<Carrier> lock(Transaction tx, String id) {
        return tx.first(LOCK, Rows::carrier, id);
    }

    @Override
    public Mono<Void> save(Transaction tx, Carrier c, Edit edit) {
        Vehicle v = c.vehicle();
        return tx.update(
                        SAVE,
                        c.id(),
                        v.plate(),
                        v.type().name(),
                        v.payloadG(),
                        v.volumeCm3(),
                        v.slots(),
                        c.skills().toArray(String[]::new),
                        c.maxParallelTrips(),
                        c.timeScale(),
                        c.active(),
                        c.version(),
                        edit.changed().toArray(String[]::new),
                        edit.reason(),
                        edit.actor(),
                        edit.at())
                .then();
    }
}
