package by.belparcel.pvzcli.command;

import by.belparcel.pvz.v1.Money;
import by.belparcel.pvz.v1.Parcel;
import by.belparcel.pvz.v1.ParcelReply;
import by.belparcel.pvzcli.output.Answer;
import by.belparcel.pvzcli.output.Table;
import com.google.protobuf.MessageOrBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How parcels and money are written. A value that there is not is a dash, so that every line has as many words. */
final class Shown {

    static final String NOTHING = "-";

    private static final List<String> HEADS =
            List.of("ID", "CLIENT", "STATE", "STORAGE_UNTIL", "PACKAGE", "WEIGHT_KG", "TOTAL_PRICE", "CELL");
    private static final int GRAMS = 3;
    private static final int KOPECKS = 2;

    private Shown() {}

    /** The name that the counter knows a parcel by: its number, else its order with the parcel's number, else its id. */
    static String id(Parcel parcel) {
        if (parcel.hasExternalRef()) {
            return parcel.getExternalRef();
        }
        if (!parcel.hasOrderId()) {
            return parcel.getId();
        }
        return parcel.getParcelsTotal() > 1 ? parcel.getOrderId() + "/" + parcel.getParcelNo() : parcel.getOrderId();
    }

    static String money(Money money) {
        return BigDecimal.valueOf(money.getAmount(), KOPECKS).toPlainString();
    }

    static String time(boolean there, String time) {
        return there ? time : NOTHING;
    }

    /** A parcel as the words of one line. */
    static List<String> words(Parcel parcel) {
        return List.of(
                id(parcel),
                parcel.hasUserId() ? parcel.getUserId() : NOTHING,
                parcel.getState(),
                time(parcel.hasStorageUntil(), parcel.getStorageUntil()),
                parcel.getPackage(),
                BigDecimal.valueOf(parcel.getWeightG(), GRAMS).toPlainString(),
                money(parcel.getTotalPrice()),
                parcel.hasCell() ? parcel.getCell() : NOTHING);
    }

    /** What happened to one parcel; as JSON the whole parcel. */
    static Answer parcel(Parcel parcel, String... lines) {
        return Answer.of(ParcelReply.newBuilder().setOrder(parcel), lines);
    }

    /** Parcels as lines that begin with {@code label}, with more lines behind them. */
    static Answer parcels(MessageOrBuilder reply, String label, List<Parcel> parcels, String... more) {
        List<List<String>> rows = parcels.stream().map(Shown::words).toList();
        return rows(reply, label, HEADS, rows, more);
    }

    static Answer rows(
            MessageOrBuilder reply, String label, List<String> heads, List<List<String>> rows, String... more) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(label + ": " + String.join(" ", row)));
        lines.addAll(List.of(more));
        return Answer.rows(reply, lines, new Table(heads, rows));
    }
}
