package by.belparcel.eventing.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DecodedEvent.Invalid;
import by.belparcel.eventing.envelope.DecodedEvent.Valid;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHttpTest {

    private static final byte[] DATA = "{\"parcel_id\":\"p-1\",\"grams\":70}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "Ce-Specversion",
            "1.0",
            "Ce-Id",
            "1",
            "Ce-Source",
            "/s",
            "Ce-Type",
            "t",
            "Content-Type",
            "application/json"));

    private EventMetadata read() {
        assertThat(CloudEventHttp.read(headers.entrySet(), DATA)).isInstanceOf(Valid.class);
        return ((Valid) CloudEventHttp.read(headers.entrySet(), DATA))
                .envelope()
                .metadata();
    }

    private Invalid refused(byte[] body) {
        DecodedEvent read = CloudEventHttp.read(headers.entrySet(), body);
        assertThat(read).isInstanceOf(Invalid.class);
        return (Invalid) read;
    }

    private Invalid refused() {
        return refused(DATA);
    }

    @Test
    void writesTheGoldenBinarySample() {
        CloudEventHttp.HttpEvent written = CloudEventHttp.write(Samples.envelope());

        StringBuilder text = new StringBuilder();
        written.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        assertThat(text.toString()).isEqualTo(Samples.golden("binary-headers.txt"));
        assertThat(written.body()).isEqualTo(DATA);
    }

    @Test
    void writesTheGoldenStructuredSample() {
        CloudEventHttp.HttpEvent written = CloudEventHttp.writeStructured(Samples.envelope());

        assertThat(written.headers()).containsExactly(Map.entry("content-type", "application/cloudevents+json"));
        assertThat(new String(written.body(), StandardCharsets.UTF_8))
                .isEqualTo(Samples.golden("structured.json").strip());
    }

    @Test
    void readsWhatItWritesInBothModes() {
        for (CloudEventHttp.HttpEvent written :
                List.of(CloudEventHttp.write(Samples.envelope()), CloudEventHttp.writeStructured(Samples.envelope()))) {
            DecodedEvent read = CloudEventHttp.read(written.headers().entrySet(), written.body());

            assertThat(read).isInstanceOfSatisfying(Valid.class, valid -> {
                assertThat(valid.envelope().metadata()).isEqualTo(Samples.metadata());
                assertThat(valid.envelope().data()).isEqualTo(DATA);
            });
        }
    }

    @Test // S-164
    void readsAMinimalEventAndFillsInWhatMayBeAbsent() {
        EventMetadata event = read();

        assertThat(event.correlationId()).isEqualTo("1");
        assertThat(event.actor()).isEqualTo("system");
        assertThat(event.sequence()).isZero();
    }

    @Test // S-164: Knative adds such names
    void keepsExtensionsWithLongNames() {
        headers.put("ce-knativekafkapartition", "3");
        headers.put("CE-KNATIVEERRORDEST", "http://x");

        assertThat(read().extensions())
                .containsEntry("knativekafkapartition", "3")
                .containsEntry("knativeerrordest", "http://x");
    }

    @ParameterizedTest // S-164
    @CsvSource({"Ce-Id", "Ce-Source", "Ce-Type", "Ce-Specversion"})
    void refusesAMissingOrEmptyRequiredAttribute(String name) {
        headers.put(name, "");
        assertThat(refused().code()).isEqualTo("SCHEMA");
        headers.remove(name);
        assertThat(refused().failure().status()).isEqualTo(400);
    }

    @ParameterizedTest // S-164
    @ValueSource(strings = {"0.3", "1.1", "2.0", "1", "x"})
    void refusesOtherVersions(String version) {
        headers.put("Ce-Specversion", version);
        assertThat(refused().failure().status()).isEqualTo(400);
        byte[] structured = ("{\"specversion\":\"" + version + "\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}")
                .getBytes(StandardCharsets.UTF_8);
        headers.clear();
        headers.put("content-type", "application/cloudevents+json");
        assertThat(refused(structured).failure().status()).isEqualTo(400);
    }

    @Test // S-164
    void refusesALongId() {
        headers.put("Ce-Id", "i".repeat(201));
        assertThat(refused().detail()).contains("200");
        headers.put("Ce-Id", "i".repeat(200));
        assertThat(read().id()).hasSize(200);
    }

    @ParameterizedTest // S-164
    @CsvSource({
        "Ce-Source,a b",
        "Ce-Source,http://[",
        "Ce-Time,yesterday",
        "Ce-Time,2026-11-20",
        "Ce-Sequence,x",
        "Ce-Sequence,-1"
    })
    void refusesMalformedAttributes(String name, String value) {
        headers.put(name, value);
        assertThat(refused().failure().status()).isEqualTo(400);
    }

    @ParameterizedTest // S-164
    @ValueSource(strings = {"ce-my_ext", "ce-my-ext", "ce-"})
    void refusesExtensionNamesWithOtherCharacters(String name) {
        headers.put(name, "x");
        assertThat(refused().failure().status()).isEqualTo(400);
    }

    @ParameterizedTest // S-164, S-165
    @ValueSource(
            strings = {
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"MyExt\":\"x\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"my_ext\":\"x\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"ext\":{\"a\":1}}",
                "{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"a b\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"id\":\"2\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"time\":\"now\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":1,\"data_base64\":\"AA==\"}",
                "{\"specversion\":\"1.0\",\"id\":\"a\\u0000b\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"ext\":\"\\ud800\"}",
                "[]",
                "\"\"",
                "{",
                ""
            })
    void refusesMalformedStructuredEvents(String body) {
        headers.clear();
        headers.put("Content-Type", "application/cloudevents+json; charset=utf-8");
        assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).failure().status())
                .isEqualTo(400);
    }

    @Test // S-165
    void letsTheContentTypeWin() {
        headers.put("Content-Type", "application/cloudevents+json");
        byte[] body = "{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"/x\",\"type\":\"u\",\"data\":{}}"
                .getBytes(StandardCharsets.UTF_8);

        DecodedEvent read = CloudEventHttp.read(headers.entrySet(), body);
        assertThat(((Valid) read).envelope().metadata().id()).isEqualTo("2");
    }

    @ParameterizedTest // S-165
    @ValueSource(
            strings = {
                "application/cloudevents-batch+json",
                "application/cloudevents+xml",
                "text/plain",
                "application/x-www-form-urlencoded"
            })
    void doesNotSupportBatchesAndOtherFormats(String contentType) {
        headers.put("Content-Type", contentType);
        assertThat(refused().failure().status()).isEqualTo(415);
    }

    @Test // S-166
    void decodesPercentOnce() {
        headers.put("ce-subject", "%D0%9C%D0%B8%D0%BD%D1%81%D0%BA %2525 %22x%22 100%");
        assertThat(read().subject()).isEqualTo("Минск %25 \"x\" 100%");
        headers.put("ce-subject", "%FF");
        assertThat(refused().failure().status()).isEqualTo(400);
    }

    @Test // S-166
    void writesAsciiOnly() {
        String encoded = HeaderText.encode("Минск \"%\"");
        assertThat(encoded).matches("[\\x21-\\x7e]+");
        assertThat(HeaderText.decode(encoded)).contains("Минск \"%\"");
        assertThat(HeaderText.encode("0190a7c0-order")).isEqualTo("0190a7c0-order");
    }

    @Test
    void refusesAnAttributeThatStandsTwice() {
        DecodedEvent read = CloudEventHttp.readMultimap(
                Map.of(
                        "ce-id",
                        List.of("1", "2"),
                        "ce-specversion",
                        List.of("1.0"),
                        "ce-source",
                        List.of("/s"),
                        "ce-type",
                        List.of("t")),
                DATA);
        assertThat(read).isInstanceOf(Invalid.class);
    }

    @Test // S-169
    void takesSixtyFourKibibytesAndNoMore() {
        assertThat(CloudEventHttp.read(headers.entrySet(), new byte[64 * 1024])).isInstanceOf(Valid.class);
        assertThat(refused(new byte[64 * 1024 + 1]).failure().status()).isEqualTo(413);
    }

    @Test
    void decodesBase64Data() {
        headers.clear();
        headers.put("content-type", "application/cloudevents+json");
        byte[] body = "{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"/x\",\"type\":\"u\",\"data_base64\":\"e30=\"}"
                .getBytes(StandardCharsets.UTF_8);

        DecodedEvent read = CloudEventHttp.read(headers.entrySet(), body);
        assertThat(((Valid) read).envelope().data()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest // such a key breaks the index of the inbox at every attempt
    @ValueSource(
            strings = {"Ce-Source", "Ce-Type", "Ce-Subject", "Ce-Partitionkey", "Ce-Correlationid", "Ce-Causationid"})
    void limitsWhatBecomesAKey(String name) {
        headers.put(name, "k".repeat(255));
        assertThat(CloudEventHttp.read(headers.entrySet(), DATA)).isInstanceOf(Valid.class);

        headers.put(name, "k".repeat(256));
        assertThat(refused().detail()).endsWith("has more than 255 characters");
    }

    @ParameterizedTest // the keeper of dead letters refuses nothing
    @CsvSource({
        "Ce-Time, yesterday, originaltime",
        "Ce-Sequence, -1, originalsequence",
        "Ce-Source, no uri, originalsource",
        "Ce-Specversion, 0.3, originalspecversion",
        "Content-Type, text/plain, originaldatacontenttype",
        "Ce-foo_bar, x, foobar",
    })
    void makesAnEventOfWhatBreaksTheRules(String name, String value, String extension) {
        headers.put(name, value);
        assertThat(CloudEventHttp.read(headers.entrySet(), DATA)).isInstanceOf(Invalid.class);

        EventEnvelope kept = CloudEventHttp.readAnything(headers.entrySet(), DATA);

        assertThat(kept.metadata().id()).isEqualTo("1");
        assertThat(kept.metadata().type()).isEqualTo("t");
        assertThat(kept.metadata().extensions()).containsEntry(extension, value);
        assertThat(kept.data()).isEqualTo(DATA);
    }

    @Test
    void givesAMessageWithoutAnyAttributeAnIdOfItsOwn() {
        EventEnvelope kept = CloudEventHttp.readAnything(List.of(), DATA);

        assertThat(kept.metadata().id()).startsWith("sha256:").hasSize(39);
        assertThat(kept.metadata().source()).isEqualTo("/unreadable");
        assertThat(kept.metadata().type()).isEqualTo("unreadable");
        assertThat(CloudEventHttp.readAnything(List.of(), DATA).metadata()).isEqualTo(kept.metadata());
    }

    @Test
    void keepsTooMuchDataAndShortensTooLongAttributes() {
        headers.put("Ce-Id", "i".repeat(3_000));
        byte[] large = new byte[70_000];

        EventEnvelope kept = CloudEventHttp.readAnything(headers.entrySet(), large);

        assertThat(kept.data()).isSameAs(large);
        assertThat(kept.metadata().id()).hasSizeLessThanOrEqualTo(200).startsWith("iii");
    }

    @Test
    void readsAGoodEventAsUsual() {
        assertThat(CloudEventHttp.readAnything(headers.entrySet(), DATA).metadata())
                .isEqualTo(read());
    }
}
