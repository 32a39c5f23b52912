package by.belparcel.pvzcli;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pvz.v1.ProcessOrdersReply;
import by.belparcel.pvz.v1.ProcessOrdersRequest;
import by.belparcel.pvz.v1.ScrollOrdersReply;
import by.belparcel.pvz.v1.ScrollOrdersRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a command the program converses. */
final class ConversationTest {

    private final ScriptedPoint point = new ScriptedPoint();

    @AfterEach
    void close() {
        point.close();
    }

    private Line line(String... words) {
        return Line.of(words).at(point.endpoint());
    }

    @Test
    void obeysLineAfterLineUntilExit() {
        point.answer("ProcessOrders", ProcessOrdersReply.getDefaultInstance())
                .answer("ReturnOrderToCourier", Sample.reply(Sample.parcel("1")));

        Line.Ended ended = line().typing("client-return --order-ids=1 --user-id=2 --reason=\"too 'small'\"\n\n"
                        + "return-courier --order-id '1'\nnothing\nissue \"open\nexit\nreturn-courier --order-id=9\n")
                .run();

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEqualTo("ORDER_RETURNED: 1\n");
        assertThat(((ProcessOrdersRequest) point.asked.getFirst().request()).getReason())
                .isEqualTo("too 'small'");
        assertThat(point.asked).hasSize(2);
        assertThat(ended.err()).hasLineCount(2).contains("unknown command", "a quote is not closed");
    }

    @Test
    void theFlagsOfTheStartHoldForEveryLine() {
        point.answer("ReturnOrderToCourier", Sample.reply(Sample.parcel("1")));

        Line.Ended ended = line("--output=json", "--lang=be")
                .typing("return-courier --order-id=1\nreturn-courier\n")
                .run();

        assertThat(ended.out()).startsWith("{\"order\":{");
        assertThat(ended.err()).contains("патрэбна: --order-id.");
        assertThat(point.last().header("accept-language")).isEqualTo("be");
    }

    @Test
    void helpNamesTheCommandsAndAPersonSeesPrompts() {
        Line.Ended ended = line().typing("help\nhelp issue\n-x\n").asPerson().run();

        assertThat(ended.out()).contains("scroll-orders", "Usage: belparcel-pvz issue", "--require-code");
        assertThat(ended.err())
                .startsWith("help lists the commands, exit ends.\n> ")
                .contains("a command comes first");
    }

    @Test
    void scrollsForAsLongAsThePersonWantsMore() {
        point.answer("ScrollOrders", page("1", "11"))
                .answer("ScrollOrders", page("2", "22"))
                .answer("ScrollOrders", page("3", "33"));

        Line.Ended ended = line("scroll-orders", "--user-id=123", "--limit=1")
                .typing("\nwhat\nnext\nexit\n")
                .run();

        assertThat(ended.lines().stream().filter(text -> text.startsWith("NEXT")))
                .containsExactly("NEXT: 11", "NEXT: 22", "NEXT: 33");
        assertThat(point.asked.stream().map(asked -> ((ScrollOrdersRequest) asked.request()).getLastId()))
                .containsExactly("0", "11", "22");
    }

    @Test
    void scrollingEndsWithTheLastPageOrTheInput() {
        point.answer("ScrollOrders", page("1", "11"))
                .answer(
                        "ScrollOrders",
                        ScrollOrdersReply.newBuilder()
                                .addItems(Sample.parcel("2"))
                                .build());

        assertThat(line("scroll-orders", "--user-id=123").run().lines()).hasSize(2);
        assertThat(line("scroll-orders", "--user-id=123").typing("\n\n\n").run().lines())
                .hasSize(1);
        assertThat(point.asked).hasSize(2);
    }

    private static ScrollOrdersReply page(String number, String next) {
        return ScrollOrdersReply.newBuilder()
                .addItems(Sample.parcel(number))
                .setNextLastId(next)
                .build();
    }
}
