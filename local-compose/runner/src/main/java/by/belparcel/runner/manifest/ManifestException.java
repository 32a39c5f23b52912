package by.belparcel.runner.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** The manifests cannot be used: every reason with its file and line, so that one run shows them all. */
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    ManifestException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    static ManifestException at(Place place, String message) {
        return new ManifestException(List.of(new Finding("manifest", Severity.ERROR, place, message)));
    }

    public List<Finding> findings() {
        return findings;
    }
}
