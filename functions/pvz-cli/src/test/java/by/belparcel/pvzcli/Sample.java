package by.belparcel.pvzcli;

import by.belparcel.pvz.v1.Money;
import by.belparcel.pvz.v1.Parcel;
import by.belparcel.pvz.v1.ParcelPage;
import by.belparcel.pvz.v1.ParcelReply;

/** Replies that several tests need. */
final class Sample {

    static final String UNTIL = "2026-12-31T10:00:00Z";

    private Sample() {}

    static Parcel.Builder parcel(String number) {
        return Parcel.newBuilder()
                .setId("0190a003-0000-7000-8000-00000000000" + number)
                .setExternalRef(number)
                .setParcelsTotal(1)
                .setUserId("123")
                .setState("ACCEPTED")
                .setPackage("BOX")
                .setWeightG(9_999)
                .setPrice(money(8_500))
                .setSurcharge(money(2_000))
                .setTotalPrice(money(10_500))
                .setStorageUntil(UNTIL)
                .setCell("A-01-3")
                .setVersion(1);
    }

    static ParcelReply reply(Parcel.Builder parcel) {
        return ParcelReply.newBuilder().setOrder(parcel).build();
    }

    static ParcelPage page(Parcel.Builder... parcels) {
        ParcelPage.Builder page =
                ParcelPage.newBuilder().setPage(1).setLimit(20).setTotal(parcels.length);
        for (Parcel.Builder parcel : parcels) {
            page.addItems(parcel);
        }
        return page.build();
    }

    private static Money money(long kopecks) {
        return Money.newBuilder().setAmount(kopecks).setCurrency("BYN").build();
    }
}
