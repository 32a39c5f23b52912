package by.belparcel.pvzcli;

import by.belparcel.pvzcli.command.Call;
import by.belparcel.pvzcli.command.Command;
import by.belparcel.pvzcli.command.Commands;
import by.belparcel.pvzcli.command.Teller;
import by.belparcel.pvzcli.output.Answer;
import by.belparcel.pvzcli.output.Format;
import by.belparcel.pvzcli.output.Language;
import by.belparcel.pvzcli.output.Printer;
import by.belparcel.pvzcli.output.SafeText;
import by.belparcel.pvzcli.output.Texts;
import by.belparcel.pvzcli.remote.CallSettings;
import by.belparcel.pvzcli.remote.Channels;
import by.belparcel.pvzcli.remote.RefusedException;
import by.belparcel.pvzcli.remote.UnreachableException;
import by.belparcel.pvzcli.syntax.Arguments;
import by.belparcel.pvzcli.syntax.GlobalFlags;
import by.belparcel.pvzcli.syntax.Shape;
import by.belparcel.pvzcli.syntax.Syntax;
import by.belparcel.pvzcli.syntax.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs command lines, one after the other when somebody converses; whatever goes wrong is one line and an exit code. */
final class Program implements AutoCloseable {

    private static final String COMPLETION = "completion";
    private static final List<Command> COMMANDS = Commands.all();
    private static final List<Shape> SHAPES = Stream.concat(
                    COMMANDS.stream().map(Command::shape), Stream.of(Shape.withWord(COMPLETION)))
            .toList();

    private final Terminal terminal;
    private final Channels channels = new Channels();

    Program(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One command; without one, a conversation. */
    ExitCode run(List<String> line) {
        return line.isEmpty() ? new Conversation(this, terminal).hold(line) : once(line);
    }

    ExitCode once(List<String> line) {
        Texts texts = Options.texts(line, terminal.environment());
        Format format = Options.format(line);
        Printer plain = new Printer(terminal.out(), terminal.err(), format, new SafeText(List.of()));
        try {
            return understood(line, new Syntax(SHAPES, texts), texts, format);
        } catch (UsageException e) {
            plain.error("USAGE", e.getMessage() + " " + texts.of("usage.help"), List.of());
            return ExitCode.USAGE;
        } catch (RuntimeException e) {
            // Not foreseen: its class tells those who look after the program; its text may hold anything.
            plain.error("INTERNAL", texts.of("internal", e.getClass().getSimpleName()), List.of());
            return ExitCode.NETWORK;
        }
    }

    private ExitCode understood(List<String> line, Syntax syntax, Texts texts, Format format) {
        Arguments arguments = syntax.read(line);
        if (arguments.on(GlobalFlags.VERSION)) {
            terminal.out().println(Syntax.PROGRAM + " " + Version.read());
            terminal.out().flush();
            return ExitCode.OK;
        }
        String name = arguments.command();
        if (arguments.on(GlobalFlags.HELP)) {
            return shown(syntax.help(name));
        }
        Options options = new Options(arguments, terminal, texts);
        options.check();
        if (name.isEmpty()) {
            return new Conversation(this, terminal).hold(line);
        }
        if (name.equals(COMPLETION)) {
            return shown(completion(arguments, syntax, texts));
        }
        Command command = COMMANDS.stream()
                .filter(known -> known.shape().name().equals(name))
                .findFirst()
                .orElseThrow();
        return called(command, arguments, options.settings(), texts, format);
    }

    private ExitCode called(Command command, Arguments arguments, CallSettings settings, Texts texts, Format format) {
        Printer printer = new Printer(terminal.out(), terminal.err(), format, new SafeText(List.of(settings.token())));
        Told told = new Told(printer, terminal);
        try {
            command.action().run(new Call(arguments, channels.client(settings), settings.token(), texts, told));
            return told.partial ? ExitCode.PARTIAL : ExitCode.OK;
        } catch (RefusedException e) {
            printer.error(e.code(), message(texts, e.code(), e.text()), e.fields());
            return ExitCode.REFUSED;
        } catch (UnreachableException e) {
            printer.error(e.code(), texts.of("network", settings.endpoint().toString()) + " " + e.text(), List.of());
            return ExitCode.NETWORK;
        }
    }

    /** The pick-up point gives details in English; in another language its code is explained first. */
    private static String message(Texts texts, String code, String detail) {
        return texts.language() == Language.EN
                ? detail
                : texts.code(code).map(text -> text + " (" + detail + ")").orElse(detail);
    }

    private static String completion(Arguments arguments, Syntax syntax, Texts texts) {
        String shell = arguments.words().isEmpty() ? "bash" : arguments.words().getFirst();
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new UsageException(texts.of("usage.shell"));
        }
        return syntax.completion();
    }

    /** Help of a command, of the program when there is no such one. */
    void showHelp(Texts texts, String command) {
        terminal.out().print(new Syntax(SHAPES, texts).help(command));
        terminal.out().flush();
    }

    private ExitCode shown(String text) {
        terminal.out().print(text);
        terminal.out().flush();
        return ExitCode.OK;
    }

    @Override
    public void close() {
        channels.close();
    }

    /** Shows answers and remembers whether one was incomplete. */
    private static final class Told implements Teller {

        private final Printer printer;
        private final Terminal terminal;
        private boolean partial;

        Told(Printer printer, Terminal terminal) {
            this.printer = printer;
            this.terminal = terminal;
        }

        @Override
        public void tell(Answer answer) {
            printer.answer(answer);
            partial |= answer.partial();
        }

        @Override
        public Optional<String> ask(String prompt) {
            return terminal.ask(prompt);
        }
    }
}
