package by.belparcel.apidocs.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

// H-40: what a linter of OpenAPI would ask, as rules of our own
class LintTest {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{2,40}");

    /** POST without a key: nothing is created, or another key exists (domain README 4.4). */
    private static final Set<String> KEYLESS = Set.of(
            "logIn",
            "refreshSession",
            "logOut",
            "createUser",
            "quotePrice",
            "receiveProviderCallback",
            "reportLocations",
            "issueStreamTicket",
            "verifyPickup");

    /** Optional in the document of 1.0.0, though the functions have always needed it. */
    private static final Set<String> NEEDED_ANYWAY =
            Set.of("query correlation_id of getWorkflow", "query date of reconcilePayments");

    /** Needs no token, and yet is refused to the pages of other origins. */
    private static final Set<String> ASKS_FOR_ORIGIN = Set.of("followLocations");

    private final Map<String, Object> document = OpenApiDocument.merged();
    private final List<Operation> operations = Operation.all(document);

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        assertThat(operations.stream().map(Operation::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> NAME.matcher(id).matches());
    }

    @Test
    void everyOperationSaysInAShortSentenceWhatItDoes() {
        assertThat(operations)
                .allSatisfy(operation -> assertThat(Tree.text(operation.body(), "summary"))
                        .as(operation.toString())
                        .hasSizeBetween(5, 100)
                        .doesNotEndWith("."));
    }

    @Test
    void everyOperationHasOneTagThatIsExplained() {
        Set<String> explained = new TreeSet<>();
        Tree.list(document.get("tags")).forEach(tag -> {
            assertThat(Tree.text(Tree.map(tag), "description")).hasSizeGreaterThan(5);
            explained.add(Tree.text(Tree.map(tag), "name"));
        });

        assertThat(operations)
                .allSatisfy(operation -> assertThat(Tree.list(operation.body().get("tags")))
                        .as(operation.toString())
                        .hasSize(1)
                        .isSubsetOf(explained));
    }

    @Test
    void everyOperationTellsItsRefusals() {
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.statuses()).as(operation.toString()).contains("401", "429", "503", "default");
            assertThat(operation.statuses().contains("403"))
                    .as(operation + " 403")
                    .isEqualTo(!operation.isPublic() || ASKS_FOR_ORIGIN.contains(operation.id()));
            assertThat(operation.statuses()).as(operation.toString()).anyMatch(status -> status.matches("[123]\\d\\d"));
        });
    }

    @Test
    void whereCodesOf400AreNamedAWrongValueIsOneOfThem() {
        List<Object> named = operations.stream()
                .map(operation ->
                        Tree.map(Tree.map(operation.body().get("responses")).get("400")))
                .filter(refusal -> refusal.containsKey("description"))
                .map(refusal -> refusal.get("description"))
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(50)
                .allSatisfy(codes -> assertThat(codes)
                        .asString()
                        .startsWith("`VALIDATION_FAILED`")
                        .containsOnlyOnce("VALIDATION_FAILED"));
    }

    @Test
    void everyCommandThatMovesSomethingHasAKey() {
        assertThat(operations)
                .filteredOn(operation -> Set.of("post", "patch").contains(operation.method()))
                .allSatisfy(operation -> assertThat(operation.parameters().contains("header Idempotency-Key"))
                        .as(operation.toString())
                        .isNotEqualTo(KEYLESS.contains(operation.id())));
    }

    @Test
    void aListThatGoesOnSaysHow() {
        assertThat(operations)
                .filteredOn(operation -> operation.members().containsKey("items"))
                .allSatisfy(operation -> {
                    boolean cursor = operation.members().containsKey("next_cursor");
                    boolean page = operation.members().containsKey("total_pages");
                    assertThat(operation.parameters().contains("query cursor"))
                            .as(operation + " cursor")
                            .isEqualTo(cursor);
                    assertThat(operation.parameters().contains("query page"))
                            .as(operation + " page")
                            .isEqualTo(page);
                    assertThat(operation.parameters().contains("query limit"))
                            .as(operation + " limit")
                            .isEqualTo(cursor || page);
                });
    }

    @Test
    void everyVariableOfAPathIsAParameterAndTheReverse() {
        assertThat(operations).allSatisfy(operation -> {
            TreeSet<String> variables = new TreeSet<>();
            Pattern.compile("\\{([^}]+)}")
                    .matcher(operation.path())
                    .results()
                    .forEach(found -> variables.add("path " + found.group(1)));
            assertThat(operation.parameters().stream().filter(name -> name.startsWith("path ")))
                    .as(operation.toString())
                    .containsExactlyElementsOf(variables);
        });
    }

    @Test // Swagger UI sends what has an example, and cannot send while a needed field is empty
    void everyParameterThatIsNeededHasAnExampleAndNoOther() {
        TreeSet<String> needed = new TreeSet<>(NEEDED_ANYWAY);
        TreeSet<String> exemplified = new TreeSet<>();
        operations.forEach(operation -> {
            for (Object given : Tree.list(operation.body().get("parameters"))) {
                Map<String, Object> parameter = Tree.followed(document, given);
                String name = Tree.text(parameter, "in") + ' ' + Tree.text(parameter, "name") + " of " + operation.id();
                if (parameter.get("required") == Boolean.TRUE) {
                    needed.add(name);
                }
                if (parameter.containsKey("example")) {
                    exemplified.add(name);
                }
            }
        });

        assertThat(exemplified).isEqualTo(needed);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references())
                .allSatisfy(reference ->
                        assertThat(Tree.resolve(document, reference)).isNotEmpty());
    }

    @Test
    void nothingIsSharedThatNobodyUses() {
        Set<String> used = references();
        TreeSet<String> unused = new TreeSet<>();
        Tree.map(document.get("components")).forEach((kind, entries) -> {
            if (!kind.equals("securitySchemes")) {
                Tree.map(entries).keySet().stream()
                        .map(name -> "#/components/" + kind + '/' + name)
                        .filter(reference -> !used.contains(reference))
                        .forEach(unused::add);
            }
        });

        assertThat(unused).isEmpty();
    }

    @Test // a reader refuses what it does not know, so the document does
    void bodiesTakeNoFieldsThatNobodyReads() {
        assertThat(operations)
                .filteredOn(operation -> operation.body().containsKey("requestBody"))
                .allSatisfy(operation -> {
                    Map<String, Object> content = Tree.map(
                            Tree.map(operation.body().get("requestBody")).get("content"));
                    Map<String, Object> schema = Tree.followed(
                            document, Tree.map(content.get("application/json")).get("schema"));
                    assertThat(schema.get("additionalProperties") == Boolean.FALSE || schema.containsKey("oneOf"))
                            .as(operation.toString())
                            .isTrue();
                });
    }

    private TreeSet<String> references() {
        TreeSet<String> references = new TreeSet<>();
        Tree.maps(document).forEach(node -> {
            if (node.get("$ref") instanceof String reference) {
                references.add(reference);
            }
        });
        return references;
    }
}
