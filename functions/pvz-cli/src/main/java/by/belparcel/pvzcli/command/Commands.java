package by.belparcel.pvzcli.command;

import java.util.List;
import java.util.stream.Stream;

/** Every command that is sent to a pick-up point, in the order of the help. */
public final class Commands {

    private Commands() {}

    public static List<Command> all() {
        return Stream.of(
                        ReceivingCommands.all(),
                        CounterCommands.all(),
                        ShelfCommands.all(),
                        ListCommands.all(),
                        PointCommands.all())
                .flatMap(List::stream)
                .toList();
    }
}
