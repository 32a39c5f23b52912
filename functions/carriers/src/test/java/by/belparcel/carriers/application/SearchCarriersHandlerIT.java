package by.belparcel.carriers.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.events.PlatformEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCarriersHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private static final String MINSK = "0190a000-0000-7000-8000-000000000001";

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @ParameterizedTest // Russian, Belarusian, code, plate, any case, part of a word
    @ValueSource(strings = {"татьяна лукашик", "Таццяна Лукашык", "msq-c10", "AB 2370-7", "аццяна лук"})
    void findsACarrierByWhateverIsKnownOfHim(String q) {
        assertThat(codes(search(Map.of("q", q)))).containsExactly("MSQ-C10");
    }

    @ParameterizedTest // escaped: no wildcard of the caller's
    @ValueSource(strings = {"%", "_", "msq%c10", "!", "' or 1=1 --"})
    void treatsWildcardsAsText(String q) {
        assertThat(codes(search(Map.of("q", q)))).isEmpty();
    }

    @Test
    void filtersByActivityAndWarehouse() {
        assertThat(codes(search(Map.of("is_active", "false")))).containsExactly("MVQ-C04");
        assertThat(codes(search(Map.of("warehouse", MINSK)))).hasSize(16).allMatch(code -> code.startsWith("MSQ-"));
        assertThat(codes(search(Map.of("warehouse", MINSK, "is_active", "false"))))
                .isEmpty();
    }

    @Test // the seed of the issue: forty carriers with vehicles of all classes
    void pagesThroughAllFortyCarriers() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            QueryCall call =
                    harness.query("searchCarriers").as(Principals.operator()).query("limit", "17");
            HttpReply page = (cursor.isEmpty() ? call : call.query("cursor", cursor)).send();
            seen.addAll(codes(page));
            cursor = page.text("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(40).isSorted().doesNotHaveDuplicates();
        assertThat(POSTGRES.database()
                        .rows("select vehicle_type, count(*) > 5 from carriers.carriers group by 1 order by 1"))
                .containsExactly(List.of("TRUCK", "t"), List.of("VAN_L", "t"), List.of("VAN_S", "t"));
    }

    @Test
    void showsPhonesToThoseWhoSpeakWithDrivers() {
        assertThat(search(Map.of("q", "msq-c01")).text("items/0/phone")).startsWith("+375");
        assertThat(harness.query("searchCarriers")
                        .as(Principals.analyst())
                        .query("q", "msq-c01")
                        .send()
                        .json()
                        .at("/items/0")
                        .has("phone"))
                .isFalse();
    }

    @ParameterizedTest // D7
    @CsvSource({
        "limit, 0, VALIDATION_FAILED",
        "limit, 51, VALIDATION_FAILED",
        "is_active, TRUE, VALIDATION_FAILED",
        "is_active, yes, VALIDATION_FAILED",
        "warehouse, minsk, VALIDATION_FAILED",
        "cursor, garbage, CURSOR_MISMATCH"
    })
    void refusesBadParameters(String name, String value, String code) {
        HttpReply reply = search(Map.of(name, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void refusesACursorOfAnotherSearch() {
        String cursor = search(Map.of("limit", "1")).text("next_cursor");

        assertThat(search(Map.of("q", "msq", "cursor", cursor)).code()).isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void isForStaff() {
        assertThat(harness.query("searchCarriers")
                        .as(Principals.shop("s"))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(harness.query("searchCarriers")
                        .as(Principals.carrier("c"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void announcesEverybodyForAProjectionThatIsNew() {
        HttpReply reply = harness.command("announceCarriers")
                .as(Principals.admin())
                .body("{}")
                .send();

        assertThat(reply.json().at("/count").asInt()).isEqualTo(40);
        assertThat(harness.emitted(PlatformEvent.ReferenceUpdated.TYPE))
                .hasSize(40)
                .allSatisfy(event -> {
                    assertThat(event.kind()).isEqualTo("carrier");
                    assertThat(event.version()).isEqualTo(1);
                    assertThat(event.state()).containsKeys("vehicle", "home_warehouse", "is_active");
                });
        assertThat(harness.command("announceCarriers")
                        .as(Principals.moderator())
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(403);
    }

    private HttpReply search(Map<String, String> parameters) {
        QueryCall call = harness.query("searchCarriers").as(Principals.operator());
        parameters.forEach(call::query);
        return call.send();
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
