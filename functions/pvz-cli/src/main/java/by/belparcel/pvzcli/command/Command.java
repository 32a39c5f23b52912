package by.belparcel.pvzcli.command;

import by.belparcel.pvzcli.syntax.Flag;
import by.belparcel.pvzcli.syntax.Shape;

/** A command: how it is written and what it does. */
public record Command(Shape shape, Action action) {

    /** What a command does with its call. */
    @FunctionalInterface
    public interface Action {
        void run(Call call);
    }

    static Command of(String name, Action action, Flag... flags) {
        return new Command(Shape.of(name, flags), action);
    }
}
