package by.belparcel.pvzcli.output;

import com.google.protobuf.MessageOrBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command found, in the three forms of {@code --output}.
 *
 * @param lines the documented lines
 * @param body the reply, for JSON
 * @param table rows, where there are several of a kind; otherwise the lines are shown
 * @param partial some parts were refused
 */
public record Answer(
        List<String> lines, MessageOrBuilder body, @Nullable Table table, boolean partial) {

    public static Answer of(MessageOrBuilder body, String... lines) {
        return new Answer(List.of(lines), body, null, false);
    }

    public static Answer of(MessageOrBuilder body, List<String> lines) {
        return new Answer(lines, body, null, false);
    }

    public static Answer rows(MessageOrBuilder body, List<String> lines, Table table) {
        return new Answer(lines, body, table, false);
    }

    public static Answer items(MessageOrBuilder body, List<String> lines, boolean partial) {
        return new Answer(lines, body, null, partial);
    }
}
