package by.belparcel.runner.main;

import by.belparcel.runner.manifest.Finding;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.Severity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;

/** What the lint says: errors in full on the terminal, the rest counted there and in full in the log. */
final class Findings {

    private static final Logger LOG = System.getLogger(Findings.class.getName());

    private Findings() {}

    static void report(Manifests manifests, Progress progress) {
        List<Finding> lesser = manifests.findings().stream()
                .filter(finding -> finding.severity() != Severity.ERROR)
                .toList();
        manifests.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> progress.say("  " + finding));
        lesser.forEach(finding -> LOG.log(Level.INFO, "{0}", finding));
        if (!lesser.isEmpty()) {
            String rules = lesser.stream()
                    .collect(Collectors.groupingBy(Finding::id, java.util.TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", "));
            progress.say("  warnings in the manifests (see runner.log): " + rules);
        }
        if (!manifests.notEnforced().isEmpty()) {
            LOG.log(Level.INFO, "read, but without effect here: {0}", manifests.notEnforced());
            progress.say("  " + manifests.notEnforced().size()
                    + " objects are read but have no effect on one machine (see runner.log)");
        }
    }
}
