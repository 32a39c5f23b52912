package by.belparcel.pvzcli.command;

import by.belparcel.pvzcli.output.Answer;
import by.belparcel.pvzcli.output.Texts;
import by.belparcel.pvzcli.remote.PvzClient;
import by.belparcel.pvzcli.remote.WorkerToken;
import by.belparcel.pvzcli.syntax.Arguments;
import by.belparcel.pvzcli.syntax.Flag;
import by.belparcel.pvzcli.syntax.GlobalFlags;
import by.belparcel.pvzcli.syntax.UsageException;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One command on its way: what was written, whom to ask and whom to tell. */
public record Call(Arguments arguments, PvzClient client, String token, Texts texts, Teller teller) {

    <Q, R> R send(MethodDescriptor<Q, R> method, Q request) {
        return client.call(method, request);
    }

    void tell(Answer answer) {
        teller.tell(answer);
    }

    /** A flag that the command cannot be without. */
    String must(Flag flag) {
        return arguments.text(flag).orElse("");
    }

    void text(Flag flag, Consumer<String> field) {
        arguments.text(flag).ifPresent(field);
    }

    void number(Flag flag, Consumer<Integer> field) {
        arguments.number(flag).ifPresent(field);
    }

    /** A switch that was written. */
    void on(Flag flag, Consumer<Boolean> field) {
        if (arguments.on(flag)) {
            field.accept(true);
        }
    }

    List<String> list(Flag flag) {
        return arguments.list(flag);
    }

    /** The point that was named; a worker's is added by the pick-up point itself. */
    void pvz(Consumer<String> field) {
        text(GlobalFlags.PVZ, field);
    }

    /** The point that a request must name: the written one or the worker's own. */
    String pvz() {
        Optional<String> point = arguments.text(GlobalFlags.PVZ).or(() -> WorkerToken.pvzId(token));
        return point.orElseThrow(() -> new UsageException(texts.of("usage.pvz")));
    }
}
