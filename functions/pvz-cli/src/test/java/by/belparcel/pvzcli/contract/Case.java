package by.belparcel.pvzcli.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A row of {@code table.txt}: {@code name | what was done before; .. | what is done | what must come of it}. */
record Case(String name, List<Deed> before, Deed deed, Expected expected) {

    static List<Case> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Case.class.getResourceAsStream("table.txt")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Case::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("not four cells: " + line);
        }
        return new Case(
                cells[0].strip(),
                Arrays.stream(cells[1].split(";", -1))
                        .filter(step -> !step.isBlank())
                        .map(Deed::parse)
                        .toList(),
                Deed.parse(cells[2]),
                Expected.parse(cells[3]));
    }

    @Override
    public String toString() {
        return name;
    }
}
