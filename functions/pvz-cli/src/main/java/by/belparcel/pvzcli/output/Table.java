package by.belparcel.pvzcli.output;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as their widest value. */
public record Table(List<String> heads, List<List<String>> rows) {

    List<String> lines() {
        int[] widths = new int[heads.size()];
        List<List<String>> all = new ArrayList<>(rows.size() + 1);
        all.add(heads);
        rows.forEach(row -> all.add(row.stream().map(SafeText::visible).toList()));
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).repeat(' ', widths[i] - length(cell) + 2);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
