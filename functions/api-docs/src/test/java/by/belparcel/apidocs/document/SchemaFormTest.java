package by.belparcel.apidocs.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaFormTest {

    @Test
    void aTextHasItsLengthsAnExampleAndADescription() {
        assertThat(SchemaForm.schema("text 3..100 = Nemiga | Its name."))
                .containsOnly(
                        Map.entry("type", "string"),
                        Map.entry("minLength", 3L),
                        Map.entry("maxLength", 100L),
                        Map.entry("examples", List.of("Nemiga")),
                        Map.entry("description", "Its name."));
    }

    @Test
    void numbersMayBeOpenOnOneSideAndNegative() {
        assertThat(SchemaForm.schema("int 0.. = 5"))
                .contains(Map.entry("minimum", 0L))
                .doesNotContainKey("maximum");
        assertThat(SchemaForm.schema("int -10..10")).contains(Map.entry("minimum", -10L), Map.entry("maximum", 10L));
    }

    @Test
    void aListHasItsLengthsAndItsEntry() {
        Map<String, Object> list = SchemaForm.schema("list 1..100 of Uuid | Each once.");

        assertThat(list)
                .contains(
                        Map.entry("type", "array"),
                        Map.entry("minItems", 1L),
                        Map.entry("maxItems", 100L),
                        Map.entry("description", "Each once."));
        assertThat(list.get("items")).isEqualTo(Map.of("$ref", "#/components/schemas/Uuid"));
        assertThat(SchemaForm.schema(List.of("Uuid")).get("items")).isEqualTo(list.get("items"));
    }

    @Test
    void aQuestionMarkMakesAFieldOptional() {
        Map<String, Object> schema = SchemaForm.schema(Map.of("properties", Map.of("a", "bool", "b?", "bool")));

        assertThat(schema).contains(Map.entry("type", "object"), Map.entry("required", List.of("a")));
        assertThat(Tree.map(schema.get("properties"))).containsOnlyKeys("a", "b");
    }

    @Test
    void onlyNamesOfTextsMakeATextOfAnEnumeration() {
        assertThat(SchemaForm.schema(Map.of("enum", List.of("A", "B")))).containsEntry("type", "string");
        assertThat(SchemaForm.schema(Map.of("enum", List.of(1, 5)))).doesNotContainKey("type");
    }

    @Test
    void aSlipIsNoSchema() {
        assertThatThrownBy(() -> SchemaForm.schema("txt 1..5")).hasMessageContaining("txt 1..5");
    }
}
