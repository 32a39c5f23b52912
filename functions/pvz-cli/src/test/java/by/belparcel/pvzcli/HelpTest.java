package by.belparcel.pvzcli;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pvzcli.command.Command;
import by.belparcel.pvzcli.command.Commands;
import by.belparcel.pvzcli.syntax.Flag;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be known without a server. */
final class HelpTest {

    @Test
    void everyCommandAndFlagIsExplainedInEveryLanguage() {
        for (String language : List.of("en", "ru", "be")) {
            String program = Line.of("--help", "--lang=" + language).run().out();
            for (Command command : Commands.all()) {
                String name = command.shape().name();
                Line.Ended help = Line.of(name, "--help", "--lang=" + language).run();

                assertThat(program).contains(name);
                assertThat(help.code()).isZero();
                assertThat(help.out())
                        .contains(flags(command))
                        .doesNotContain("flag.", "command.", "help.usage", "help.flags");
            }
        }
    }

    @Test
    void theLanguagesHaveTheSameTexts() throws IOException {
        Set<String> english = keys("en");

        assertThat(keys("ru")).isEqualTo(keys("be"));
        assertThat(keys("ru").stream().filter(key -> !key.startsWith("code.")).collect(Collectors.toSet()))
                .isEqualTo(english);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Line.of("--version").run())
                .satisfies(ended -> assertThat(ended.code()).isZero())
                .satisfies(ended -> assertThat(ended.out()).matches("belparcel-pvz \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n"));
    }

    @Test
    void theCompletionKnowsCommandsAndFlags() {
        assertThat(Line.of("completion", "bash").run())
                .satisfies(ended -> assertThat(ended.code()).isZero())
                .satisfies(ended -> assertThat(ended.out())
                        .startsWith("#!/usr/bin/env bash")
                        .contains("scroll-orders", "'--storage-until'", "belparcel-pvz"));
    }

    private static List<String> flags(Command command) {
        return Stream.concat(
                        Stream.of("--lang"), command.shape().flags().stream().map(Flag::name))
                .toList();
    }

    private static Set<String> keys(String language) throws IOException {
        Properties texts = new Properties();
        String file = "output/texts_" + language + ".properties";
        texts.load(new InputStreamReader(
                Objects.requireNonNull(HelpTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8));
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
