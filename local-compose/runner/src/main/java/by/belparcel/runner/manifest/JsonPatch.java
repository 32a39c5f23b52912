package by.belparcel.runner.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Patch (RFC 6902) on trees. */
final class JsonPatch {

    private JsonPatch() {}

    static Tree.Mapping apply(Tree.Mapping target, List<Tree> operations) {
        Tree result = target;
        for (Tree operation : operations) {
            result = step(result, View.of(operation));
        }
        if (result instanceof Tree.Mapping mapping) {
            return mapping;
        }
        throw ManifestException.at(target.place(), "a patch replaced the whole object by something else");
    }

    private static Tree step(Tree target, View operation) {
        List<String> path = pointer(operation, "path");
        String name = operation.at("op").text("");
        return switch (name) {
            case "add" -> put(target, path, value(operation), true, operation);
            case "replace" -> {
                get(target, path, operation);
                yield put(target, path, value(operation), false, operation);
            }
            case "remove" -> remove(target, path, operation);
            case "copy" -> put(target, path, get(target, pointer(operation, "from"), operation), true, operation);
            case "move" -> {
                List<String> from = pointer(operation, "from");
                Tree moved = get(target, from, operation);
                yield put(remove(target, from, operation), path, moved, true, operation);
            }
            case "test" -> {
                if (!get(target, path, operation).sameAs(value(operation))) {
                    throw fail(operation, "test failed");
                }
                yield target;
            }
            default -> throw fail(operation, "unknown op " + name);
        };
    }

    private static Tree get(Tree target, List<String> path, View operation) {
        Tree at = target;
        for (String token : path) {
            at = child(at, token, operation);
        }
        return at;
    }

    private static Tree put(Tree at, List<String> path, Tree value, boolean insert, View operation) {
        if (path.isEmpty()) {
            return value;
        }
        String token = path.getFirst();
        boolean last = path.size() == 1;
        return switch (at) {
            case Tree.Mapping mapping ->
                mapping.with(
                        token,
                        last ? value : put(child(mapping, token, operation), rest(path), value, insert, operation),
                        last ? operation.place() : mapping.placeOf(token));
            case Tree.Sequence sequence
            when last && insert -> {
                List<Tree> items = new ArrayList<>(sequence.items());
                items.add(token.equals("-") ? items.size() : index(token, items.size() + 1, operation), value);
                yield new Tree.Sequence(sequence.place(), items);
            }
            case Tree.Sequence sequence -> {
                int index = index(token, sequence.items().size(), operation);
                yield sequence.with(
                        index, last ? value : put(sequence.items().get(index), rest(path), value, insert, operation));
            }
            case Tree.Scalar scalar -> throw fail(operation, "nothing can stand under " + scalar.text());
        };
    }

    private static Tree remove(Tree at, List<String> path, View operation) {
        if (path.isEmpty()) {
            throw fail(operation, "the whole object cannot be removed");
        }
        String token = path.getFirst();
        Tree child = child(at, token, operation);
        boolean last = path.size() == 1;
        if (at instanceof Tree.Mapping mapping) {
            return last ? mapping.without(token) : mapping.with(token, remove(child, rest(path), operation));
        }
        Tree.Sequence sequence = (Tree.Sequence) at;
        int index = index(token, sequence.items().size(), operation);
        if (!last) {
            return sequence.with(index, remove(child, rest(path), operation));
        }
        List<Tree> items = new ArrayList<>(sequence.items());
        items.remove(index);
        return new Tree.Sequence(sequence.place(), items);
    }

    private static Tree child(Tree at, String token, View operation) {
        @Nullable
        Tree child = switch (at) {
            case Tree.Mapping mapping -> mapping.get(token);
            case Tree.Sequence sequence ->
                sequence.items().get(index(token, sequence.items().size(), operation));
            case Tree.Scalar ignored -> null;
        };
        if (child == null) {
            throw fail(operation, "nothing at " + token);
        }
        return child;
    }

    private static int index(String token, int bound, View operation) {
        try {
            int index = Integer.parseInt(token);
            if (index >= 0 && index < bound) {
                return index;
            }
        } catch (NumberFormatException e) {
            throw fail(operation, token + " is no index");
        }
        throw fail(operation, "index " + token + " is out of range");
    }

    private static List<String> pointer(View operation, String field) {
        String text = operation.at(field).text("");
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static List<String> rest(List<String> path) {
        return path.subList(1, path.size());
    }

    private static Tree value(View operation) {
        Tree value = operation.at("value").tree();
        if (value == null) {
            throw fail(operation, "value is missing");
        }
        return value;
    }

    private static ManifestException fail(View operation, String why) {
        return ManifestException.at(
                operation.place(), "patch " + operation.at("path").text("") + ": " + why);
    }
}
