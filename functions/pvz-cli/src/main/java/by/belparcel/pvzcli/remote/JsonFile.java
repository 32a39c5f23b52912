package by.belparcel.pvzcli.remote;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The plain values of one JSON object; what is nested is left out. */
final class JsonFile {

    private JsonFile() {}

    static Map<String, String> values(Path file) throws IOException {
        return values(Files.readString(file, StandardCharsets.UTF_8));
    }

    static Map<String, String> values(String text) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (Reader reader = new StringReader(text);
                JsonReader json = new JsonReader(reader)) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                JsonToken token = json.peek();
                if (token == JsonToken.STRING || token == JsonToken.NUMBER) {
                    values.put(name, json.nextString());
                } else {
                    json.skipValue();
                }
            }
        } catch (IllegalStateException e) {
            throw new IOException("not a JSON object", e);
        }
        return values;
    }
}
