package by.belparcel.runner.admin;

import by.belparcel.runner.eventing.EventingStatus;
import by.belparcel.runner.eventing.SourceStatus;
import by.belparcel.runner.eventing.TriggerStatus;
import by.belparcel.runner.serving.ServiceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of the system as it is written to JSON; the names of the first level and of the main figures are stable. */
public final class StatusReport {

    private StatusReport() {}

    /** One report from the parts. */
    public static Map<String, Object> of(
            Map<String, Object> system,
            List<ServiceStatus> services,
            EventingStatus eventing,
            OutboxState outbox,
            List<ProcessEntry> processes) {
        Map<String, Object> report = new LinkedHashMap<>(system);
        report.put("ready", eventing.ready());
        report.put("services", services.stream().map(StatusReport::service).toList());
        report.put(
                "sources", eventing.sources().stream().map(StatusReport::source).toList());
        report.put(
                "triggers",
                eventing.triggers().stream().map(StatusReport::trigger).toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("pending", outbox.pending());
        log.put("oldest_s", Math.round(outbox.oldestSeconds() * 10) / 10.0);
        log.put("parked", outbox.parked());
        report.put("outbox", log);
        report.put("dead_letters", Math.max(outbox.deadLetters(), 0));
        report.put("dead_lettered_since_start", eventing.dead());
        report.put("lost_since_start", eventing.lost());
        report.put("missing_topics", eventing.missingTopics());
        report.put("processes", processes.stream().map(StatusReport::process).toList());
        return report;
    }

    private static Map<String, Object> service(ServiceStatus service) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", service.key().name());
        json.put("namespace", service.key().namespace());
        json.put("public", service.isPublic());
        json.put("scale", service.scale());
        json.put("starting", service.starting());
        json.put("in_flight", service.inFlight());
        json.put("queued", service.queued());
        json.put("requests", service.requests());
        json.put("cold_starts", service.coldStarts());
        json.put("last_cold_ms", service.lastColdMillis());
        json.put("crashes", service.crashes());
        return json;
    }

    private static Map<String, Object> source(SourceStatus source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", bare(source.name()));
        json.put("kind", source.kind());
        json.put("lag", source.lag());
        json.put("delivered", source.delivered());
        json.put("retried", source.retried());
        json.put("dead", source.dead());
        json.put("lost", source.lost());
        json.put("in_flight", source.inFlight());
        return json;
    }

    private static Map<String, Object> trigger(TriggerStatus trigger) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", bare(trigger.name()));
        json.put("broker", bare(trigger.broker()));
        json.put("subscriber", trigger.subscriber());
        json.put("lag", trigger.lag());
        json.put("delivered", trigger.delivered());
        json.put("retried", trigger.retried());
        json.put("dead", trigger.dead());
        json.put("lost", trigger.lost());
        json.put("in_flight", trigger.inFlight());
        return json;
    }

    private static Map<String, Object> process(ProcessEntry process) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", process.name());
        json.put("kind", process.kind());
        json.put("pid", process.pid());
        json.put("port", process.port());
        return json;
    }

    private static String bare(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
