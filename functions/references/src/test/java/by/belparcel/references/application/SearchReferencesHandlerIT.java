package by.belparcel.references.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.references.ReferencesFunctions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchReferencesHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new ReferencesFunctions());
    }

    @ParameterizedTest // Russian, Belarusian, Latin, code, any case, part of a word
    @ValueSource(strings = {"гродно", "Гродна", "HRODNA", "grodno", "gna-001", "родн"})
    void findsAPointByAnyOfItsNames(String q) {
        assertThat(codes(search("searchPickupPoints", q))).contains("GNA-001");
    }

    @Test
    void findsByNameAndStreetTogether() {
        assertThat(codes(search("searchPickupPoints", "минск независимости"))).containsExactly("MSQ-001", "MSQ-003");
    }

    @ParameterizedTest // escaped: no wildcard of the caller's
    @ValueSource(strings = {"%", "_", "msq%001", "!", "' or 1=1 --"})
    void treatsWildcardsAsText(String q) {
        assertThat(codes(search("searchPickupPoints", q))).isEmpty();
    }

    @Test
    void pagesThroughAllPoints() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var call = harness.query("searchPickupPoints")
                    .as(Principals.operator())
                    .query("limit", "20");
            HttpReply page = (cursor.isEmpty() ? call : call.query("cursor", cursor)).send();
            seen.addAll(codes(page));
            cursor = page.text("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(75).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void knowsTheWarehousesOfAllRegions() {
        HttpReply reply = search("searchWarehouses", "");

        assertThat(codes(reply)).contains("WH-MSQ", "WH-BQT", "WH-VTB", "WH-GNA", "WH-GME", "WH-MVQ");
        assertThat(reply.json()
                        .at("/items")
                        .valueStream()
                        .filter(w -> !w.get("is_active").asBoolean())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void leavesShopsToStaff() {
        assertThat(codes(search("searchShops", "кніж"))).containsExactly("ONLINE-BOOKS");
        assertThat(harness.query("searchShops")
                        .as(Principals.client("c"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 51", "limit, x", "cursor, garbage"})
    void refusesBadParameters(String name, String value) {
        HttpReply reply = harness.query("searchPickupPoints")
                .as(Principals.operator())
                .query(name, value)
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(name.equals("cursor") ? "CURSOR_MISMATCH" : "VALIDATION_FAILED");
    }

    @Test
    void refusesACursorOfAnotherSearch() {
        String cursor = harness.query("searchPickupPoints")
                .as(Principals.operator())
                .query("limit", "1")
                .send()
                .text("next_cursor");

        HttpReply other = harness.query("searchPickupPoints")
                .as(Principals.operator())
                .query("q", "минск")
                .query("cursor", cursor)
                .send();

        assertThat(other.code()).isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void showsOnePoint() {
        HttpReply reply = harness.query("getPickupPoint")
                .as(Principals.shop("s"))
                .path("id", "0190a001-0000-7000-8000-000000000001")
                .send();

        assertThat(reply.text("code")).isEqualTo("MSQ-001");
        assertThat(reply.text("hub_id")).isEqualTo("0190a001-0000-7000-8000-000000000006");
        assertThat(harness.query("getPickupPoint")
                        .as(Principals.operator())
                        .path("id", "x")
                        .send()
                        .code())
                .isEqualTo("PVZ_NOT_FOUND");
    }

    private HttpReply search(String function, String q) {
        return harness.query(function)
                .as(Principals.operator())
                .query("q", q)
                .query("limit", "50")
                .send();
    }

    private static List<String> codes(HttpReply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json()
                .at("/items")
                .valueStream()
                .map(item -> item.get("code").asString())
                .toList();
    }
}
