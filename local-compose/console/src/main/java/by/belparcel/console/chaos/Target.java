package by.belparcel.console.chaos;

import by.belparcel.console.RunningSystem;
import by.belparcel.console.bench.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The system under test, as an operator of its machine sees it. */
record Target(RunningSystem system, Db db, Status status, Api admin) {

    static Target of(RunningSystem system) {
        return new Target(
                system, Db.at(system.dbDsn()), new Status(system), Api.as(system, "admin", "chaos-operator", Map.of()));
    }

    /** @param service the function's service, or the kind itself for a server */
    record Victim(String service, long pid) {}

    /** Processes of one kind: function, postgres or kafka. */
    List<Victim> processes(String kind) throws IOException, InterruptedException {
        return status.read()
                .path("processes")
                .valueStream()
                .filter(p -> p.path("kind").asString().equals(kind))
                .map(p -> new Victim(p.path("name").asString(), p.path("pid").asLong()))
                .toList();
    }

    JsonNode read() throws IOException, InterruptedException {
        return status.read();
    }
}
