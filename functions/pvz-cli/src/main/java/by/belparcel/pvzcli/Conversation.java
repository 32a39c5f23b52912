package by.belparcel.pvzcli;

import by.belparcel.pvzcli.output.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Command after command until {@code exit} or the end of the input. Global flags of the start hold for every line. */
final class Conversation {

    private final Program program;
    private final Terminal terminal;

    Conversation(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /** @return always OK: each command has said for itself how it ended */
    ExitCode hold(List<String> flags) {
        Texts texts = Options.texts(flags, terminal.environment());
        Optional<String> line = terminal.ask(texts.of("conversation.begin") + "\n> ");
        while (line.isPresent() && !line.get().strip().equals("exit")) {
            Words.of(line.get())
                    .ifPresentOrElse(
                            words -> obey(words, flags, texts),
                            () -> terminal.err().println("ERROR: USAGE: " + texts.of("usage.quote")));
            line = terminal.ask("> ");
        }
        return ExitCode.OK;
    }

    private void obey(List<String> words, List<String> flags, Texts texts) {
        if (words.isEmpty()) {
            return;
        }
        if (words.getFirst().equals("help")) {
            program.showHelp(texts, words.size() > 1 ? words.get(1) : "");
            return;
        }
        if (words.getFirst().startsWith("-")) {
            terminal.err().println("ERROR: USAGE: " + texts.of("usage.first"));
            return;
        }
        List<String> line = new ArrayList<>(flags);
        line.addAll(words);
        program.once(line);
    }
}
