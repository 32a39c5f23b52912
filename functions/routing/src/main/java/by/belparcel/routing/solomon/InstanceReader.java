package by.belparcel.routing.solomon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the Solomon format by its numbers: line ends, blanks, headings and the number of customers do not matter. */
public final class InstanceReader {

    private static final int ROW = 7;
    private static final int FLEET = 2;

    private static final long MAX_BYTES = 4L << 20;
    private static final Pattern HEADINGS = Pattern.compile("(?ms)^\\s*VEHICLE\\s*$.*^\\s*CUSTOMER\\s*$");

    private InstanceReader() {}

    /** Every file of a folder and its subfolders that has the headings of the format, by path. */
    public static List<Instance> readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.walk(folder)) {
            files = list.filter(Files::isRegularFile).sorted().toList();
        }
        List<Instance> instances = new ArrayList<>();
        for (Path file : files) {
            String text = Files.size(file) > MAX_BYTES ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            if (HEADINGS.matcher(text).find()) {
                instances.add(read(text));
            }
        }
        return instances;
    }

    /** @throws IllegalArgumentException when a part is missing or the numbers are none of this format */
    public static Instance read(String text) {
        List<String> lines = text.replaceFirst("^[^\\p{Graph}]+", "")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        List<double[]> rows = lines.stream()
                .skip(1)
                .filter(InstanceReader::isNumbers)
                .map(InstanceReader::numbers)
                .toList();
        if (lines.isEmpty() || rows.size() < 3 || rows.getFirst().length != FLEET) {
            throw new IllegalArgumentException("not an instance of the Solomon format");
        }
        List<Instance.Customer> customers =
                rows.stream().skip(1).map(InstanceReader::customer).toList();
        double[] fleet = rows.getFirst();
        return new Instance(lines.getFirst(), (int) fleet[0], (long) fleet[1], customers);
    }

    private static Instance.Customer customer(double[] row) {
        if (row.length != ROW) {
            throw new IllegalArgumentException("not a customer: " + Arrays.toString(row));
        }
        return new Instance.Customer((int) row[0], row[1], row[2], (long) row[3], row[4], row[5], row[6]);
    }

    private static boolean isNumbers(String line) {
        return Character.isDigit(line.charAt(0)) || line.charAt(0) == '-';
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split("[\\s,;]+", -1))
                .filter(number -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
