package by.belparcel.pricing.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.application.SimulationView;
import by.belparcel.pricing.application.Simulations;
import by.belparcel.pricing.model.Comparison;
import reactor.core.publisher.Mono;

/** Simulations in {@code pricing.simulations}. */
public final class SqlSimulations implements Simulations {

    @Override
    public Mono<Void> add(Transaction tx, SimulationView simulation, String requestedBy) {
        return tx.update(
                        """
                        insert into pricing.simulations
                            (id, ruleset_version, range_from, range_to, result, requested_by, created_at)
                        values ($1, $2, $3, $4, $5, $6, $7)""",
                        simulation.id(),
                        simulation.ruleset(),
                        Rows.bind(simulation.from()),
                        Rows.bind(simulation.to()),
                        Json.mapper().writeValueAsString(simulation.result()),
                        requestedBy,
                        Rows.bind(simulation.completedAt()))
                .then();
    }

    @Override
    public Mono<SimulationView> find(Transaction tx, String id) {
        return tx.first(
                """
                select id, ruleset_version, range_from, range_to, result, created_at
                from pricing.simulations where id = $1""",
                row -> new SimulationView(
                        Rows.text(row, "id"),
                        Rows.text(row, "ruleset_version"),
                        Rows.time(row, "range_from"),
                        Rows.time(row, "range_to"),
                        Json.mapper().readValue(Rows.text(row, "result"), Comparison.Result.class),
                        Rows.time(row, "created_at")),
                id);
    }
}
