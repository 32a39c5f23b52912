package by.belparcel.runner.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two objects of one kind and name are an error. */
final class Duplicates {

    private Duplicates() {}

    static void refuse(List<Resource> resources) {
        Map<String, Resource> seen = new HashMap<>();
        for (Resource resource : resources) {
            Resource first =
                    seen.putIfAbsent(resource.group() + "/" + resource.kind() + "/" + resource.key(), resource);
            if (first != null) {
                throw ManifestException.at(
                        resource.place(),
                        resource.kind() + " " + resource.key() + " stands already in " + first.place());
            }
        }
    }
}
