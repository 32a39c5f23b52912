package by.belparcel.eventing.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import by.belparcel.eventing.grpc.things.ListRequest;
import by.belparcel.eventing.grpc.things.MakeThingRequest;
import by.belparcel.eventing.grpc.things.Part;
import by.belparcel.eventing.grpc.things.RefuseThingRequest;
import by.belparcel.eventing.grpc.things.Thing;
import by.belparcel.eventing.grpc.things.ThingRequest;
import by.belparcel.eventing.grpc.things.Things;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GrpcFaceIT {

    @SuppressWarnings("NullAway.Init")
    private TestFace face;

    @BeforeAll
    void start() {
        face = TestFace.start();
    }

    @AfterAll
    void stop() {
        face.close();
    }

    private static String[] key() {
        return new String[] {"idempotency-key", UUID.randomUUID().toString()};
    }

    private StatusRuntimeException fails(Runnable call) {
        return Objects.requireNonNull(catchThrowableOfType(StatusRuntimeException.class, call::run));
    }

    private static <M extends com.google.protobuf.Message> M detail(StatusRuntimeException failed, Class<M> type) {
        for (Any any : StatusProto.fromThrowable(failed).getDetailsList()) {
            if (any.is(type)) {
                try {
                    return any.unpack(type);
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + StatusProto.fromThrowable(failed));
    }

    private static String code(StatusRuntimeException failed) {
        return String.valueOf(Objects.requireNonNull(failed.getTrailers()).get(TestFace.key("error-code")));
    }

    @Test
    void makesTheHttpCallOfTheRule() {
        MakeThingRequest request = MakeThingRequest.newBuilder()
                .setName("Посылка")
                .setCount(9_007_199_254_740_993L)
                .addParts(Part.newBuilder().setName("lid").setAmount(0))
                .addParts(Part.newBuilder().setName("box"))
                .build();

        Thing made = face.call("MakeThing", request, Thing.getDefaultInstance(), key());

        assertThat(made.getName()).isEqualTo("Посылка");
        assertThat(made.getCount()).isEqualTo(9_007_199_254_740_993L);
        assertThat(made.getPartsList()).isEqualTo(request.getPartsList());
        assertThat(made.getParts(0).hasAmount()).isTrue();
        assertThat(made.getParts(1).hasAmount()).isFalse();
    }

    @Test // domain README 4.4: the key of the metadata is the key of the header
    void repeatsTheAnswerOfAKey() {
        String[] key = key();
        MakeThingRequest request = MakeThingRequest.newBuilder().setName("one").build();
        int before = face.things.effects.get();

        Thing first = face.call("MakeThing", request, Thing.getDefaultInstance(), key);
        Thing again = face.call("MakeThing", request, Thing.getDefaultInstance(), key);

        assertThat(again).isEqualTo(first);
        assertThat(face.things.effects).hasValue(before + 1);
        assertThat(face.headers.get().get(TestFace.key("idempotency-replayed"))).isEqualTo("true");
    }

    @Test
    void needsAKeyWhereTheHttpSideNeedsOne() {
        StatusRuntimeException failed = fails(() -> face.call(
                "MakeThing", MakeThingRequest.newBuilder().setName("x").build(), Thing.getDefaultInstance()));

        assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(code(failed)).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void sendsOnlyPresentParametersAndThoseThatTellMethodsApart() {
        ListRequest absent = ListRequest.newBuilder().setOwner("7").build();
        ListRequest present = ListRequest.newBuilder()
                .setOwner("7")
                .setInStock(false)
                .setLimit(0)
                .setLastId("12 & 3")
                .build();

        Things listed = face.call("ListThings", absent, Things.getDefaultInstance());
        Things scrolled = face.call("ScrollThings", absent, Things.getDefaultInstance());
        Things further = face.call("ScrollThings", present, Things.getDefaultInstance());

        assertThat(listed.hasLastId()).isFalse();
        assertThat(listed.getItems(0).getSeenOrThrow("limit")).isEqualTo("absent");
        assertThat(scrolled.getLastId()).isEqualTo("0");
        assertThat(further.getLastId()).isEqualTo("12 & 3");
        assertThat(further.getItems(0).getSeenOrThrow("in_stock")).isEqualTo("false");
        assertThat(further.getItems(0).getSeenOrThrow("limit")).isEqualTo("0");
    }

    @ParameterizedTest // pickup-points.md 3.5, README 4.5
    @CsvSource({
        "INVALID, INVALID_PACKAGE, INVALID_ARGUMENT",
        "INVALID, DUPLICATE_ORDER_ID, INVALID_ARGUMENT",
        "NOT_FOUND, ORDER_NOT_FOUND, NOT_FOUND",
        "CONFLICT, ORDER_ALREADY_EXISTS, ALREADY_EXISTS",
        "CONFLICT, ORDER_ALREADY_ISSUED, FAILED_PRECONDITION",
        "CONFLICT, VERSION_CONFLICT, ABORTED",
        "PRECONDITION_FAILED, VERSION_CONFLICT, ABORTED",
        "RULE, STORAGE_EXPIRED, FAILED_PRECONDITION",
        "RULE, CODE_INVALID, FAILED_PRECONDITION",
        "RATE_LIMITED, CODE_LOCKED, RESOURCE_EXHAUSTED",
        "TOO_LARGE, BODY_TOO_LARGE, RESOURCE_EXHAUSTED",
        "FORBIDDEN, FORBIDDEN, PERMISSION_DENIED",
        "UNAVAILABLE, DEPENDENCY_UNAVAILABLE, UNAVAILABLE",
    })
    void answersRefusalsWithTheStatusOfTheTableAndTheirCode(String kind, String code, Status.Code status) {
        RefuseThingRequest request = RefuseThingRequest.newBuilder()
                .setId("BP-1/2")
                .setKind(kind)
                .setCode(code)
                .build();

        StatusRuntimeException failed =
                fails(() -> face.call("RefuseThing", request, Thing.getDefaultInstance(), key()));

        assertThat(failed.getStatus().getCode()).isEqualTo(status);
        assertThat(failed.getStatus().getDescription()).isEqualTo("No: " + code + ".");
        assertThat(code(failed)).isEqualTo(code);
        ErrorInfo info = detail(failed, ErrorInfo.class);
        assertThat(info.getReason()).isEqualTo(code);
        assertThat(info.getMetadataMap()).containsEntry("state", "ISSUED");
    }

    @Test
    void tellsWhenToComeAgain() {
        RefuseThingRequest request = RefuseThingRequest.newBuilder()
                .setId("1")
                .setKind("UNAVAILABLE")
                .setCode("DEPENDENCY_UNAVAILABLE")
                .build();

        StatusRuntimeException failed =
                fails(() -> face.call("RefuseThing", request, Thing.getDefaultInstance(), key()));

        assertThat(detail(failed, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);
    }

    @Test
    void namesInvalidFieldsInTheProtosNotation() {
        MakeThingRequest request = MakeThingRequest.newBuilder()
                .setCount(-1)
                .addParts(Part.newBuilder().setName("lid"))
                .addParts(Part.newBuilder())
                .build();

        StatusRuntimeException failed = fails(() -> face.call("MakeThing", request, Thing.getDefaultInstance(), key()));

        assertThat(code(failed)).isEqualTo("VALIDATION_FAILED");
        assertThat(detail(failed, BadRequest.class).getFieldViolationsList())
                .extracting(BadRequest.FieldViolation::getField)
                .contains("name", "count", "parts[1].name");
    }

    @ParameterizedTest // what cannot stand in a path is the caller's mistake
    @CsvSource({"''", "..", "a|b", "a b", "a%2Fb", "a?b", "\u202e1", "\u20ac"})
    void refusesAnIdThatIsNoSegment(String id) {
        StatusRuntimeException failed = fails(
                () -> face.call("GetThing", ThingRequest.newBuilder().setId(id).build(), Thing.getDefaultInstance()));

        assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(code(failed)).isEqualTo("VALIDATION_FAILED");
        assertThat(detail(failed, BadRequest.class).getFieldViolations(0).getField())
                .isEqualTo("id");
        assertThat(Objects.requireNonNull(failed.getTrailers()).get(TestFace.key("x-correlation-id")))
                .isNotNull();
    }

    @Test
    void needsAValidToken() {
        ThingRequest request = ThingRequest.newBuilder().setId("1").build();
        for (Metadata sent : List.of(
                new Metadata(),
                TestFace.metadata("authorization", "Bearer x"),
                TestFace.metadata("authorization", "x"))) {
            StatusRuntimeException failed =
                    fails(() -> face.call("GetThing", request, Thing.getDefaultInstance(), sent, CallOptions.DEFAULT));

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(code(failed)).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test // domain README 4.6
    void takesAndEchoesTheIdsOfATrace() {
        String correlation = UUID.randomUUID().toString();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String[] sent = {
            "traceparent",
            "00-" + trace + "-00f067aa0ba902b7-01",
            "x-correlation-id",
            correlation,
            "accept-language",
            "be",
        };
        ThingRequest request = ThingRequest.newBuilder().setId("1").build();

        Thing thing = face.call("GetThing", request, Thing.getDefaultInstance(), sent);

        assertThat(thing.getSeenOrThrow("accept-language")).isEqualTo("be");
        assertThat(thing.getSeenOrThrow("client-ip")).isEqualTo("127.0.0.1");
        assertThat(face.headers.get().get(TestFace.key("x-correlation-id"))).isEqualTo(correlation);
        assertThat(String.valueOf(face.headers.get().get(TestFace.key("x-trace-id"))))
                .isEqualTo("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
        fails(() -> face.call("BreakThing", request, Thing.getDefaultInstance(), sent));
        assertThat(face.trailers.get().get(TestFace.key("x-correlation-id"))).isEqualTo(correlation);
    }

    @Test
    void hidesWhatABugSays() {
        StatusRuntimeException failed = fails(() ->
                face.call("BreakThing", ThingRequest.newBuilder().setId("1").build(), Thing.getDefaultInstance()));

        assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(code(failed)).isEqualTo("INTERNAL_ERROR");
        assertThat(failed.getStatus().getDescription()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"ForgetThing", "HideThing", "NoSuchThing"})
    void doesNotImplementWhatNobodyServes(String method) {
        StatusRuntimeException failed = fails(
                () -> face.call(method, ThingRequest.newBuilder().setId("1").build(), Thing.getDefaultInstance()));

        assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }
}
