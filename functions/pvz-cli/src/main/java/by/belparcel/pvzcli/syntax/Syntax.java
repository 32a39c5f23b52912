package by.belparcel.pvzcli.syntax;

import by.belparcel.pvzcli.output.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads command lines, and writes help and completion from the same shapes. */
public final class Syntax {

    /** The program's name in help, in completion and in the shell. */
    public static final String PROGRAM = "belparcel-pvz";

    private static final int WIDTH = 110;

    private final List<Shape> shapes;
    private final Texts texts;

    public Syntax(List<Shape> shapes, Texts texts) {
        this.shapes = shapes;
        this.texts = texts;
    }

    /** @throws UsageException when the line means nothing */
    public Arguments read(List<String> line) {
        return new LineReader(shapes, texts, line).read();
    }

    /** Help of the whole program, or of one command when there is one of this name. */
    public String help(String command) {
        CommandLine parser = all();
        CommandLine shown = parser.getSubcommands().getOrDefault(command, parser);
        StringWriter text = new StringWriter();
        shown.usage(new PrintWriter(text), Ansi.OFF);
        return text.toString();
    }

    /** A script that completes commands and flags in bash, and in zsh after {@code bashcompinit}. */
    public String completion() {
        return AutoComplete.bash(PROGRAM, all());
    }

    private CommandLine all() {
        CommandSpec root = described(CommandSpec.create().name(PROGRAM), "program");
        GlobalFlags.ALL.forEach(flag -> root.addOption(option(flag)));
        for (Shape shape : shapes) {
            root.addSubcommand(shape.name(), command(shape));
        }
        CommandLine parser = new CommandLine(root);
        parser.setUsageHelpWidth(WIDTH);
        return parser;
    }

    private CommandLine command(Shape shape) {
        CommandSpec spec = described(CommandSpec.create().name(shape.name()), "command." + shape.name());
        shape.flags().forEach(flag -> spec.addOption(option(flag)));
        GlobalFlags.ALL.forEach(flag -> spec.addOption(option(flag)));
        if (shape.words() > 0) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0..*")
                    .arity("0.." + shape.words())
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .paramLabel("<" + shape.name() + ">")
                    .build());
        }
        return new CommandLine(spec);
    }

    private CommandSpec described(CommandSpec spec, String key) {
        spec.usageMessage()
                .description(texts.of(key))
                .synopsisHeading(texts.of("help.usage") + " ")
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .commandListHeading("%n" + texts.of("help.commands") + "%n")
                .optionListHeading("%n" + texts.of("help.flags") + "%n");
        return spec;
    }

    private OptionSpec option(Flag flag) {
        OptionSpec.Builder option = OptionSpec.builder(flag.names().toArray(String[]::new))
                .required(flag.required())
                .description(texts.of("flag." + flag.name().substring(2)));
        return switch (flag.kind()) {
            case TEXT ->
                option.type(String.class).arity("1").paramLabel(label(flag, "")).build();
            case LIST ->
                option.type(String.class)
                        .arity("1")
                        .paramLabel(label(flag, ",…"))
                        .build();
            case NUMBER ->
                option.type(Integer.class).arity("1").paramLabel("<n>").build();
            case SWITCH -> option.type(Boolean.class).arity("0").build();
        };
    }

    private static String label(Flag flag, String more) {
        String name = flag.name();
        return "<" + name.substring(name.lastIndexOf('-') + 1) + more + ">";
    }

    /** The value of a flag before anything is understood, for the language of what is said about the rest. */
    public static String early(List<String> line, Flag flag) {
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            int equals = word.indexOf('=');
            if (equals > 0 && flag.names().contains(word.substring(0, equals))) {
                return word.substring(equals + 1);
            }
            if (flag.names().contains(word) && i + 1 < line.size()) {
                return line.get(i + 1);
            }
        }
        return "";
    }
}
