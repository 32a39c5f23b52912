package by.belparcel.pvzcli.command;

import by.belparcel.pvz.v1.AcceptOrderRequest;
import by.belparcel.pvzcli.output.Texts;
import by.belparcel.pvzcli.remote.RefusedException;
import by.belparcel.pvzcli.syntax.UsageException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a file: a JSON list, or an object with the list {@code orders}. A value of the wrong kind is sent as it stands, so
 * that the pick-up point refuses its row and takes the others.
 */
final class ImportFile {

    /** Bytes (domain pickup-points.md 3.4). */
    private static final long LARGEST = 10L * 1024 * 1024;

    private ImportFile() {}

    /** @throws UsageException when there is no such file or it is no JSON */
    static List<AcceptOrderRequest> read(String name, Texts texts) {
        try {
            Path file = Path.of(name);
            if (Files.size(file) > LARGEST) {
                throw new RefusedException("BODY_TOO_LARGE", texts.of("usage.large"), List.of());
            }
            try (InputStream bytes = Files.newInputStream(file);
                    Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
                    JsonReader json = new JsonReader(reader)) {
                return rows(json);
            }
        } catch (MalformedJsonException | EOFException | IllegalStateException e) {
            throw new UsageException(texts.of("usage.json"));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(texts.of("usage.file"));
        }
    }

    private static List<AcceptOrderRequest> rows(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.BEGIN_ARRAY) {
            return list(json);
        }
        List<AcceptOrderRequest> rows = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            if (json.nextName().equals("orders")) {
                rows.addAll(list(json));
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return rows;
    }

    private static List<AcceptOrderRequest> list(JsonReader json) throws IOException {
        List<AcceptOrderRequest> rows = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            rows.add(row(json));
        }
        json.endArray();
        return rows;
    }

    private static AcceptOrderRequest row(JsonReader json) throws IOException {
        AcceptOrderRequest.Builder row = AcceptOrderRequest.newBuilder();
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            json.skipValue();
            return row.build();
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (json.peek() == JsonToken.NULL) {
                json.nextNull();
            } else {
                set(row, name, value(json));
            }
        }
        json.endObject();
        return row.build();
    }

    private static void set(AcceptOrderRequest.Builder row, String name, String value) {
        switch (name) {
            case "order_id" -> row.setOrderId(value);
            case "user_id", "customer_id" -> row.setUserId(value);
            case "storage_until", "expires" -> row.setStorageUntil(value);
            case "package" -> row.setPackage(value);
            case "weight" -> row.setWeight(value);
            case "price" -> row.setPrice(value);
            case "cell" -> row.setCell(value);
            default -> {
                // Columns of other systems do not matter here.
            }
        }
    }

    private static String value(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case STRING, NUMBER -> json.nextString();
            case BOOLEAN -> String.valueOf(json.nextBoolean());
            default -> {
                json.skipValue();
                yield "{}";
            }
        };
    }
}
