package by.belparcel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("by.belparcel");

    private static final List<String> CONTEXTS = List.of(
            "identity",
            "references",
            "pricing",
            "orders",
            "payments",
            "pickuptickets",
            "carriers",
            "batching",
            "trips",
            "tracking",
            "pickuppoints",
            "alerts",
            "auditlog",
            "operations");

    @Test
    void theModelKnowsTheJdkTheKernelAndOutcomesOnly() {
        classes()
                .that()
                .resideInAPackage("by.belparcel.*.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "by.belparcel.kernel..",
                        "by.belparcel.eventing.outcome..",
                        "by.belparcel.eventing.envelope..",
                        "by.belparcel.*.model..",
                        "by.belparcel.pricing.rules..",
                        "by.belparcel.routing..")
                .check(PRODUCT);
    }

    @Test
    void contextsDoNotReachEachOther() {
        for (String context : CONTEXTS) {
            for (String other : CONTEXTS) {
                if (!context.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage("by.belparcel." + context + "..")
                            .should()
                            .dependOnClassesThat(contextClass(other))
                            .check(PRODUCT);
                }
            }
        }
    }

    @Test
    void adaptersAreNotUsedByModelOrApplication() {
        noClasses()
                .that()
                .resideInAnyPackage("by.belparcel.*.model..", "by.belparcel.*.application..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("by.belparcel.*.adapter..")
                .check(PRODUCT);
    }

    @Test
    void theMachineryKnowsNoFunctions() {
        noClasses()
                .that()
                .resideInAPackage("by.belparcel.eventing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(contextPackages())
                .check(PRODUCT);
    }

    @Test
    void nobodyBlocksOutsideTheEdgeTheDrainAndTheTools() {
        noClasses()
                .that()
                .resideInAnyPackage(contextPackages())
                // A live connection is no request: the tail and each client run beside what the edge calls.
                .and()
                .resideOutsideOfPackage("by.belparcel.tracking.stream.application..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "block(), subscribe() or toFuture() of Reactor",
                        call -> call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
                                && List.of("block", "blockFirst", "blockLast", "subscribe", "toFuture")
                                        .contains(call.getName())))
                .check(PRODUCT);
    }

    @Test
    void timeIdsEnvironmentAndConsoleComeFromOutside() {
        noClasses()
                .that()
                .resideInAnyPackage(contextPackages())
                .should()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod("java.util.UUID", "randomUUID")
                .orShould()
                .callMethod("java.lang.System", "getenv", "java.lang.String")
                .orShould()
                .accessField("java.lang.System", "out")
                .check(PRODUCT);
    }

    @Test
    void noContextUsesSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(contextPackages())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(PRODUCT);
    }

    @Test
    void jacksonIsVersionThreeEverywhere() {
        noClasses()
                .that()
                .resideInAPackage("by.belparcel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("by.belparcel.(*).(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    private static String[] contextPackages() {
        return CONTEXTS.stream().map(c -> "by.belparcel." + c + "..").toArray(String[]::new);
    }

    /** The pure rule evaluator is shared by pricing and orders on purpose: it is a module of its own. */
    private static DescribedPredicate<JavaClass> contextClass(String context) {
        return DescribedPredicate.describe("classes of " + context, c -> {
            String name = c.getPackageName() + ".";
            return name.startsWith("by.belparcel." + context + ".") && !name.startsWith("by.belparcel.pricing.rules.");
        });
    }
}
