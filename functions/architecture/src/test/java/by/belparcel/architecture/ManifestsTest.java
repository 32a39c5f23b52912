package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.events.EventCatalog;
import by.belparcel.runner.manifest.Finding;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SecretStore;
import by.belparcel.runner.manifest.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    private static final Path OVERLAYS = Path.of(System.getProperty("belparcel.root", "../.."), "knative", "overlays");

    /** An image gets its digest from the release, not from the tree. */
    private static final Set<String> ACCEPTED = Set.of("image-digest");

    private final Manifests local = Manifests.load(OVERLAYS.resolve("local"), SecretStore.inMemory());

    @Test // T-20..T-27, S-185, R-44: a manifest that may lose an event fails the build
    void theLocalOverlayHasNoFinding() {
        List<Finding> findings = local.findings().stream()
                .filter(f -> !ACCEPTED.contains(f.id()))
                .toList();

        assertThat(findings).isEmpty();
        assertThat(local.findings()).noneMatch(f -> f.severity() == Severity.ERROR);
    }

    @Test // T-27: every topic of the published language exists and reaches the Broker
    void everyTopicOfTheCatalogueIsCreatedAndRead() {
        Set<String> catalogue = EventCatalog.all().stream().map(t -> t.topic()).collect(Collectors.toSet());
        Set<String> created = local.topics().stream().map(t -> t.topic()).collect(Collectors.toSet());
        Set<String> read =
                local.sources().stream().flatMap(s -> s.topics().stream()).collect(Collectors.toSet());

        assertThat(created).containsAll(catalogue).contains("dlq");
        assertThat(read).containsAll(catalogue).contains("dlq");
    }

    @Test // T-24: what could be delivered again is never older than what the inbox remembers (30 days)
    void topicsForgetBeforeTheInboxDoes() {
        assertThat(local.topics())
                .allSatisfy(t -> assertThat(Long.parseLong(t.config().get("retention.ms")))
                        .isLessThan(30L * 24 * 3_600_000));
    }
}
