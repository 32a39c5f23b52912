package by.belparcel.eventing.handling;

/** Builds a command from hostile input; every problem is recorded in the input, none is thrown. */
@FunctionalInterface
public interface CommandReader<C> {

    C read(Input body, RequestParameters parameters);
}
