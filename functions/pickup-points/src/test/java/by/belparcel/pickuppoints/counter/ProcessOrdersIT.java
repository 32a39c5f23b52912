package by.belparcel.pickuppoints.counter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Parcels go to their client and come back (domain pickup-points.md 2.3, rules 2, 3 and 10). */
class ProcessOrdersIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    private static Map<String, Object> issueOf(String order, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("action", "ISSUE", "order_ids", List.of(order)));
        body.putAll(more);
        return body;
    }

    private String error(HttpReply reply) {
        return reply.text("errors/0/code");
    }

    @Test
    void issuesParcelsAndTellsEachOfThem() {
        long one = scene.accepted();
        long other = scene.accepted();

        HttpReply reply = scene.issue(one, Long.toString(other));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().at("/processed").toString())
                .isEqualTo("[{\"order_id\":\"" + one + "\",\"state\":\"ISSUED\"},{\"order_id\":\"" + other
                        + "\",\"state\":\"ISSUED\"}]");
        assertThat(reply.json().at("/errors").size()).isZero();
        assertThat(scene.state(one)).isEqualTo("ISSUED");
        assertThat(scene.stock()).isZero();
        assertThat(scene.facts(one)).containsExactly("pvz-order.accepted", "pvz-order.issued");
        RecordedEvent issued = scene.events(other).getLast();
        assertThat(issued.json().at("/order/status").asString("")).isEqualTo("ISSUED");
        assertThat(issued.metadata().sequence()).isEqualTo(2);
    }

    @Test // rule 2: per-item results
    void issuesWhatItCanAndNamesTheRest() {
        long good = scene.accepted();
        long late = scene.accepted();
        scene.age(late, Duration.ofDays(8));
        long nobody = CounterScene.number();

        HttpReply reply = scene.issue(late, good, nobody);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("processed/0/order_id")).isEqualTo(Long.toString(good));
        assertThat(reply.json().at("/errors").toString())
                .contains("\"order_id\":\"" + late + "\",\"code\":\"STORAGE_EXPIRED\"")
                .contains("\"order_id\":\"" + nobody + "\",\"code\":\"ORDER_NOT_FOUND\"");
        assertThat(scene.state(late)).isEqualTo("ACCEPTED");
        assertThat(scene.stock()).isEqualTo(1);
    }

    @Test // rule 2: atomic = all or none
    void issuesNothingOfAnAtomicRequestWhenOneIsRefused() {
        long good = scene.accepted();
        long nobody = CounterScene.number();

        HttpReply reply = scene.process(Map.of("action", "ISSUE", "order_ids", List.of(good, nobody), "atomic", true));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/processed").size()).isZero();
        assertThat(reply.json().at("/errors").toString())
                .contains("\"order_id\":\"" + good + "\",\"code\":\"NOT_PROCESSED\"")
                .contains("\"order_id\":\"" + nobody + "\",\"code\":\"ORDER_NOT_FOUND\"");
        assertThat(scene.state(good)).isEqualTo("ACCEPTED");
        assertThat(scene.facts(good)).containsExactly("pvz-order.accepted");
    }

    @Test // rule 10
    void repeatsTheResultsOfAKeyAndRefusesTheSameAnew() {
        long number = scene.accepted();
        Map<String, Object> body = Map.of("action", "ISSUE", "order_ids", List.of(number));

        HttpReply first = scene.call("processParcels", body).key("terminal-1").send();
        HttpReply again = scene.call("processParcels", body).key("terminal-1").send();
        HttpReply anew = scene.call("processParcels", body).key("terminal-2").send();

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.replayed()).isTrue();
        assertThat(anew.status()).isEqualTo(200);
        assertThat(error(anew)).isEqualTo("ORDER_ALREADY_ISSUED");
        assertThat(scene.facts(number)).hasSize(2);
    }

    @Test // rule 2: the verification id of the pick-up code
    void issuesAnOrdersParcelWithItsVerification() {
        String order = scene.anOrderParcel("CARD_PREPAID");
        String token = scene.verification(order, Instant.now().plusSeconds(60));

        HttpReply reply = scene.process(issueOf(order, Map.of("verification_ids", List.of(token))));

        assertThat(reply.text("processed/0/state")).as("%s", reply).isEqualTo("ISSUED");
        String told = scene.harness()
                .emitted()
                .getLast()
                .json()
                .path("verification_id")
                .asString("");
        assertThat(token).contains(told);
        assertThat(told).hasSize(36);
    }

    @Test
    void issuesNoOrdersParcelWithoutAVerificationThatFits() {
        String order = scene.anOrderParcel("CARD_PREPAID");
        Instant soon = Instant.now().plusSeconds(60);
        String elsewhere = CounterScene.aPoint(POSTGRES.database());

        assertThat(error(scene.issue(order))).isEqualTo("CODE_INVALID");
        assertThat(scene.issue(order).text("errors/0/message")).isEqualTo("A verification id is needed.");
        for (String token : List.of(
                "nonsense",
                scene.verification(order, elsewhere, soon),
                scene.verification(java.util.UUID.randomUUID().toString(), soon),
                scene.verification(order, soon) + "x")) {
            assertThat(error(scene.process(issueOf(order, Map.of("verification_ids", List.of(token))))))
                    .isEqualTo("CODE_INVALID");
        }
        String late = scene.verification(order, Instant.now().minusSeconds(2));
        assertThat(error(scene.process(issueOf(order, Map.of("verification_ids", List.of(late))))))
                .isEqualTo("VERIFICATION_EXPIRED");
    }

    @Test // decision table of the domain README: a document with a reason, flagged
    void issuesAnOrdersParcelToWhoShowsADocument() {
        String order = scene.anOrderParcel("CARD_PREPAID");

        HttpReply reply =
                scene.process(issueOf(order, Map.of("document_reason", "phone is broken", "document_last4", "12AB")));

        assertThat(reply.json().at("/processed").size()).as("%s", reply).isEqualTo(1);
        assertThat(detailOfIssue(order)).isEqualTo("DOCUMENT ****12AB: phone is broken");
    }

    @Test // orders-and-payments.md 3.2: the issue by document is flagged, without what the document says
    void tellsWhatEachParcelIsHandedOverFor() {
        Map<String, Object> document = Map.of("document_reason", "phone is broken", "document_last4", "12AB");
        String coded = scene.anOrderParcel("CARD_PREPAID");
        Map<String, Object> code = Map.of(
                "verification_ids",
                List.of(scene.verification(coded, Instant.now().plusSeconds(60))));

        assertThat(told(issueOf(coded, code)).path("proof").asString("")).isEqualTo("CODE");
        JsonNode flagged = told(issueOf(scene.anOrderParcel("CARD_PREPAID"), document));
        assertThat(flagged.path("proof").asString("")).isEqualTo("DOCUMENT");
        assertThat(flagged.toString()).doesNotContain("12AB", "phone");
        assertThat(told(issueOf(Long.toString(scene.accepted()), Map.of()))
                        .path("proof")
                        .asString(""))
                .isEqualTo("NONE");
    }

    @Test // a document is the fallback: who shows both has shown the code
    void tellsOfACodeAlsoWhereADocumentWasShown() {
        String order = scene.anOrderParcel("CARD_PREPAID");
        Map<String, Object> both = Map.of(
                "verification_ids",
                List.of(scene.verification(order, Instant.now().plusSeconds(60))),
                "document_reason",
                "phone is broken",
                "document_last4",
                "12AB");

        assertThat(told(issueOf(order, both)).path("proof").asString("")).isEqualTo("CODE");
    }

    /** The fact of the one parcel of the request. */
    private JsonNode told(Map<String, Object> request) {
        HttpReply reply = scene.process(request);
        assertThat(reply.json().at("/processed").size()).as("%s", reply).isEqualTo(1);
        return scene.harness().emitted().getLast().json();
    }

    @Test // require_code: also parcels that belong to no order
    void wantsACodeForEveryParcelWhenAsked() {
        long number = scene.accepted();

        HttpReply reply = scene.process(Map.of("action", "ISSUE", "order_ids", List.of(number), "require_code", true));

        assertThat(error(reply)).isEqualTo("CODE_INVALID");
    }

    @Test // 3.4: PAY_ON_PICKUP without a receipt
    void issuesWhatIsPaidAtTheCounterForAReceiptOnly() {
        String order = scene.anOrderParcel("PAY_ON_PICKUP");
        String token = scene.verification(order, Instant.now().plusSeconds(60));
        Map<String, Object> verified = Map.of("verification_ids", List.of(token));

        assertThat(error(scene.process(issueOf(order, verified)))).isEqualTo("PAYMENT_REQUIRED");
        HttpReply paid =
                scene.process(issueOf(order, Map.of("verification_ids", List.of(token), "receipt", "FR-000123")));
        assertThat(paid.json().at("/processed").size()).as("%s", paid).isEqualTo(1);
        assertThat(detailOfIssue(order)).isEqualTo("RECEIPT FR-000123");
    }

    private String detailOfIssue(String order) {
        return scene.database().text("""
                select h.detail from pickup_points.history h join pickup_points.parcel p on p.id = h.parcel_id
                where p.order_id = ?::uuid and h.kind = 'ISSUED'
                """, order);
    }

    @Test // rule 3
    void takesAParcelBack() {
        long number = scene.issued();

        HttpReply reply = scene.process(
                Map.of("action", "RETURN", "user_id", 123, "order_ids", List.of(number), "reason", "too small"));

        assertThat(reply.text("processed/0/state")).as("%s", reply).isEqualTo("RETURNED_BY_CLIENT");
        assertThat(scene.stock()).isEqualTo(1);
        assertThat(scene.facts(number)).last().isEqualTo("pvz-order.returned-by-client");
        assertThat(scene.events(number).getLast().json().path("reason").asString(""))
                .isEqualTo("too small");
        assertThat(error(scene.takeBack("123", number))).as("at most once").isEqualTo("ORDER_NOT_ISSUED");
    }

    @Test // rule 3: the same point by default, any point of the network when the setting says so
    void takesAParcelBackElsewhereOnlyWhereThatIsAllowed() {
        CounterScene liberal =
                CounterScene.at(POSTGRES.database(), Map.of("BELPARCEL_PICKUP_POINTS_RETURN_ANY_PVZ", "true"));
        long number = scene.issued();
        CounterScene strict = CounterScene.at(POSTGRES.database());

        assertThat(error(strict.takeBack("123", number))).isEqualTo("WRONG_PVZ");
        assertThat(liberal.takeBack("123", number).json().at("/processed").size())
                .isEqualTo(1);
        assertThat(liberal.stock()).isEqualTo(1);
        assertThat(scene.stock()).isZero();
    }
}
