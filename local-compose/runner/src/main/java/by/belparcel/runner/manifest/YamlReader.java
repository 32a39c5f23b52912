package by.belparcel.runner.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Multi-document YAML to {@link Tree}; a doubled key is an error, empty documents are left out. */
final class YamlReader {

    private final String file;
    private final int before;

    private YamlReader(String file, int before) {
        this.file = file;
        this.before = before;
    }

    static List<Tree> read(Path path, String file) {
        try {
            return parse(Files.readString(path, StandardCharsets.UTF_8), file, 0);
        } catch (IOException e) {
            throw ManifestException.at(new Place(file, 1), "cannot be read: " + e);
        }
    }

    /** Reads text that begins after {@code before} lines of {@code file}, such as an inline patch. */
    static List<Tree> parse(String text, String file, int before) {
        return new YamlReader(file, before).documents(text);
    }

    private List<Tree> documents(String text) {
        List<Tree> trees = new ArrayList<>();
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                Tree tree = tree(node);
                if (!(tree instanceof Tree.Scalar scalar && scalar.value() == null)) {
                    trees.add(tree);
                }
            }
        } catch (MarkedYamlEngineException e) {
            throw ManifestException.at(place(e.getProblemMark()), "no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw ManifestException.at(new Place(file, before + 1), "no YAML: " + e.getMessage());
        }
        return trees;
    }

    private Tree tree(Node node) {
        Place place = place(node.getStartMark());
        return switch (node) {
            case MappingNode mapping -> mapping(place, mapping);
            case SequenceNode sequence ->
                new Tree.Sequence(
                        place, sequence.getValue().stream().map(this::tree).toList());
            case ScalarNode scalar ->
                new Tree.Scalar(
                        place,
                        scalar.isPlain() ? YamlScalars.value(scalar.getValue()) : scalar.getValue(),
                        scalar.getValue());
            default -> throw ManifestException.at(place, "unexpected YAML node " + node.getNodeType());
        };
    }

    private Tree mapping(Place place, MappingNode node) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place at = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw ManifestException.at(at, "a key must be text");
            }
            if (keys.putIfAbsent(key.getValue(), at) != null) {
                throw ManifestException.at(at, "key " + key.getValue() + " is written twice");
            }
            entries.put(key.getValue(), tree(tuple.getValueNode()));
        }
        return new Tree.Mapping(place, entries, keys);
    }

    private Place place(Optional<Mark> mark) {
        return new Place(file, before + 1 + mark.map(Mark::getLine).orElse(0));
    }
}
