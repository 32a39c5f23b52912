package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.anOrder;
import static by.belparcel.orders.OrderFixture.place;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.orders.OrderFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of bad inputs, orders-and-payments 1.6, row by row. */
class PlaceOrderBadInputIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    private interface Change {
        void to(ObjectNode order);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                row("unknown field", o -> o.put("prise", 1), "UNKNOWN_FIELD", "/prise", "UNKNOWN_FIELD"),
                row(
                        "unknown nested field",
                        o -> recipient(o).put("fax", "1"),
                        "UNKNOWN_FIELD",
                        "/recipient/fax",
                        "UNKNOWN_FIELD"),
                row("id is not ours to set", o -> o.put("id", "x"), "UNKNOWN_FIELD", "/id", "UNKNOWN_FIELD"),
                row("no parcels", o -> o.putArray("parcels"), "VALIDATION_FAILED", "/parcels", "SIZE"),
                row("11 parcels", o -> parcels(o, 11), "VALIDATION_FAILED", "/parcels", "SIZE"),
                row("weight 0", o -> parcel(o).put("weight_g", 0), "VALIDATION_FAILED", "/parcels/0/weight_g", "RANGE"),
                row(
                        "weight -1",
                        o -> parcel(o).put("weight_g", -1),
                        "VALIDATION_FAILED",
                        "/parcels/0/weight_g",
                        "RANGE"),
                row(
                        "weight 50001",
                        o -> parcel(o).put("weight_g", 50_001),
                        "VALIDATION_FAILED",
                        "/parcels/0/weight_g",
                        "RANGE"),
                row(
                        "weight 12.5",
                        o -> parcel(o).put("weight_g", 12.5),
                        "VALIDATION_FAILED",
                        "/parcels/0/weight_g",
                        "INTEGER"),
                row(
                        "weight as text",
                        o -> parcel(o).put("weight_g", "12"),
                        "VALIDATION_FAILED",
                        "/parcels/0/weight_g",
                        "INTEGER"),
                row("two sides only", o -> parcel(o).remove("h"), "VALIDATION_FAILED", "/parcels/0/h", "REQUIRED"),
                row("parcel numbered 2", o -> parcel(o).put("no", 2), "VALIDATION_FAILED", "/parcels", "NUMBERING"),
                row(
                        "declared above 10 000.00",
                        o -> money(parcel(o), "declared_value", 1_000_001),
                        "VALIDATION_FAILED",
                        "/parcels/0/declared_value/amount",
                        "RANGE"),
                row(
                        "phone without +375",
                        o -> recipient(o).put("phone", "80291234567"),
                        "INVALID_PHONE",
                        "/recipient/phone",
                        "INVALID_PHONE"),
                row(
                        "phone too short",
                        o -> recipient(o).put("phone", "+37529123456"),
                        "INVALID_PHONE",
                        "/recipient/phone",
                        "INVALID_PHONE"),
                row("no phone", o -> recipient(o).remove("phone"), "VALIDATION_FAILED", "/recipient/phone", "REQUIRED"),
                row("no recipient", o -> o.remove("recipient"), "VALIDATION_FAILED", "/recipient", "REQUIRED"),
                row("empty name", o -> recipient(o).put("name", " "), "VALIDATION_FAILED", "/recipient/name", "NAME"),
                row(
                        "digits in the name",
                        o -> recipient(o).put("name", "R2D2"),
                        "VALIDATION_FAILED",
                        "/recipient/name",
                        "NAME"),
                row(
                        "e-mail without at",
                        o -> recipient(o).put("email", "janka.by"),
                        "VALIDATION_FAILED",
                        "/recipient/email",
                        "EMAIL"),
                row(
                        "locale fr",
                        o -> recipient(o).put("locale", "fr"),
                        "VALIDATION_FAILED",
                        "/recipient/locale",
                        "ENUM"),
                row(
                        "notify by pigeon",
                        o -> recipient(o).putArray("notify").add("PIGEON"),
                        "VALIDATION_FAILED",
                        "/recipient/notify",
                        "ENUM"),
                row(
                        "no reference",
                        o -> o.remove("shop_order_ref"),
                        "VALIDATION_FAILED",
                        "/shop_order_ref",
                        "REQUIRED"),
                row(
                        "reference with a space",
                        o -> o.put("shop_order_ref", "a b"),
                        "VALIDATION_FAILED",
                        "/shop_order_ref",
                        "PATTERN"),
                row(
                        "reference of 65",
                        o -> o.put("shop_order_ref", "x".repeat(65)),
                        "VALIDATION_FAILED",
                        "/shop_order_ref",
                        "PATTERN"),
                row(
                        "warehouse is no UUID",
                        o -> o.put("warehouse_id", "minsk"),
                        "VALIDATION_FAILED",
                        "/warehouse_id",
                        "UUID"),
                row(
                        "unknown payment method",
                        o -> o.put("payment_method", "BARTER"),
                        "VALIDATION_FAILED",
                        "/payment_method",
                        "ENUM"),
                row(
                        "pay on pick-up without goods amount",
                        o -> o.put("payment_method", "PAY_ON_PICKUP"),
                        "VALIDATION_FAILED",
                        "/goods_amount",
                        "REQUIRED"),
                row(
                        "goods above 100 000.00",
                        o -> money(o, "goods_amount", 10_000_001),
                        "VALIDATION_FAILED",
                        "/goods_amount/amount",
                        "RANGE"),
                row(
                        "other currency",
                        o -> money(o, "goods_amount", 1).put("currency", "EUR"),
                        "CURRENCY_NOT_SUPPORTED",
                        "/goods_amount/currency",
                        "CURRENCY_NOT_SUPPORTED"),
                row(
                        "date in the past",
                        o -> o.put("desired_date", "2020-01-01"),
                        "DATE_OUT_OF_RANGE",
                        "/desired_date",
                        "DATE_OUT_OF_RANGE"),
                row(
                        "date far ahead",
                        o -> o.put("desired_date", "2099-01-01"),
                        "DATE_OUT_OF_RANGE",
                        "/desired_date",
                        "DATE_OUT_OF_RANGE"),
                row("no date", o -> o.put("desired_date", "31.12.2026"), "VALIDATION_FAILED", "/desired_date", "DATE"),
                row("comment of 501", o -> o.put("comment", "x".repeat(501)), "VALIDATION_FAILED", "/comment", "SIZE"),
                row(
                        "unknown packaging",
                        o -> o.putObject("options").put("packaging", "CRATE"),
                        "VALIDATION_FAILED",
                        "/options/packaging",
                        "ENUM"),
                row(
                        "insurance as text",
                        o -> o.putObject("options").put("insurance", "yes"),
                        "VALIDATION_FAILED",
                        "/options/insurance",
                        "TYPE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void refusesWith400(String name, Change change, String code, String pointer, String fieldCode) {
        ObjectNode order = anOrder();
        change.to(order);

        HttpReply reply = place(harness, order);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text("errors/0/pointer")).isEqualTo(pointer);
        assertThat(reply.text("errors/0/code")).isEqualTo(fieldCode);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                row(
                        "total above 50 kg",
                        422,
                        o -> {
                            parcels(o, 2);
                            heavy(o);
                        },
                        "ORDER_TOO_HEAVY"),
                row(
                        "parcel above the point's limit",
                        422,
                        o -> {
                            o.put("pvz_id", OrderFixture.SMALL_PVZ);
                            parcel(o).put("weight_g", 15_001);
                        },
                        "ORDER_TOO_HEAVY"),
                row("side of 3001 mm", 422, o -> parcel(o).put("l", 3_001), "ORDER_TOO_LARGE"),
                row(
                        "sides of 4501 mm in all",
                        422,
                        o -> parcel(o).put("l", 2_000).put("w", 2_000).put("h", 501),
                        "ORDER_TOO_LARGE"),
                row(
                        "bag for 10 kg",
                        422,
                        o -> {
                            parcel(o).put("weight_g", 10_000);
                            o.putObject("options").put("packaging", "BAG");
                        },
                        "WEIGHT_TOO_HEAVY"),
                row(
                        "unknown point",
                        404,
                        o -> o.put("pvz_id", "0190a001-0000-7000-8000-00000000ffff"),
                        "PVZ_NOT_FOUND"),
                row("closed point", 422, o -> o.put("pvz_id", OrderFixture.CLOSED_PVZ), "PVZ_NOT_ACCEPTING"),
                row("suspended point", 422, o -> o.put("pvz_id", OrderFixture.SUSPENDED_PVZ), "PVZ_NOT_ACCEPTING"),
                row("full point", 422, o -> o.put("pvz_id", OrderFixture.FULL_PVZ), "PVZ_CAPACITY_EXCEEDED"),
                row("unknown warehouse", 404, o -> o.put("warehouse_id", OrderFixture.PVZ), "WAREHOUSE_NOT_FOUND"),
                row(
                        "inactive warehouse",
                        422,
                        o -> o.put("warehouse_id", OrderFixture.INACTIVE_WAREHOUSE),
                        "WAREHOUSE_INACTIVE"),
                row(
                        "unknown quote",
                        404,
                        o -> o.put("quote_id", "0190a000-0000-7000-8000-000000000001"),
                        "QUOTE_NOT_FOUND"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void refusesWhatBreaksARule(String name, int status, Change change, String code) {
        ObjectNode order = anOrder();
        change.to(order);

        HttpReply reply = place(harness, order);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from orders.orders where shop_order_ref = ?",
                                order.get("shop_order_ref").asString()))
                .isZero();
    }

    @Test
    void offersTheThreeNearestPointsInsteadOfAFullOne() {
        HttpReply reply = place(harness, anOrder().put("pvz_id", OrderFixture.FULL_PVZ));

        assertThat(reply.json().at("/alternatives").size()).isEqualTo(3);
        assertThat(reply.text("alternatives/0/code")).isEqualTo("SMO-001");
        assertThat(reply.json().at("/alternatives/0/distance_m").asInt()).isBetween(15_000, 25_000);
    }

    @Test // H-21
    void namesAllInvalidFieldsAtOnce() {
        ObjectNode order = anOrder().put("shop_order_ref", "a b").put("prise", 1);
        parcel(order).put("weight_g", 0);
        recipient(order).put("phone", "8029");

        HttpReply reply = place(harness, order);

        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("/shop_order_ref", "/prise", "/parcels/0/weight_g", "/recipient/phone");
    }

    @Test
    void refusesAShopThatIsNotActive() {
        HttpReply reply = harness.command("placeOrder")
                .as(by.belparcel.eventing.testkit.Principals.shop(OrderFixture.INACTIVE_SHOP))
                .body(anOrder())
                .send();

        assertThat(reply.code()).isEqualTo("SHOP_NOT_FOUND");
    }

    private static Arguments row(String name, Change change, String code, String pointer, String fieldCode) {
        return Arguments.of(name, change, code, pointer, fieldCode);
    }

    private static Arguments row(String name, int status, Change change, String code) {
        return Arguments.of(name, status, change, code);
    }

    private static ObjectNode recipient(ObjectNode order) {
        return (ObjectNode) order.get("recipient");
    }

    private static ObjectNode parcel(ObjectNode order) {
        return (ObjectNode) order.get("parcels").get(0);
    }

    private static void parcels(ObjectNode order, int count) {
        ArrayNode parcels = order.putArray("parcels");
        for (int i = 0; i < count; i++) {
            parcels.addObject().put("weight_g", 100);
        }
    }

    private static void heavy(ObjectNode order) {
        order.get("parcels").forEach(parcel -> ((ObjectNode) parcel).put("weight_g", 25_001));
    }

    private static ObjectNode money(ObjectNode parent, String field, long amount) {
        return parent.putObject(field).put("amount", amount).put("currency", "BYN");
    }
}
