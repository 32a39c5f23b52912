package by.belparcel.runner.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizationTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writesABase() {
        Yaml.write(folder, "base/app.yaml", """
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata:
                  name: app
                spec:
                  template:
                    metadata:
                      annotations:
                        autoscaling.knative.dev/min-scale: "0"
                    spec:
                      timeoutSeconds: 60
                      containers:
                        - image: registry/app:1
                          args: [a, b]
                """);
        Yaml.write(folder, "base/kustomization.yaml", "namespace: shop\nresources: [app.yaml]\n");
    }

    private ServiceManifest overlay(String kustomization) {
        Yaml.write(folder, "overlay/kustomization.yaml", "resources: [../base]\n" + kustomization);
        return Manifests.load(folder.resolve("overlay"), SecretStore.inMemory())
                .services()
                .getFirst();
    }

    @Test
    void setsNamespaceAndImage() {
        ServiceManifest app = overlay("images: [{name: registry/app, newName: other/app, newTag: \"2\"}]\n");

        assertThat(app.key()).isEqualTo(new Key("shop", "app"));
        assertThat(app.image()).isEqualTo("other/app:2");
    }

    @Test
    void prefersADigestToATag() {
        assertThat(overlay("images: [{name: registry/app, digest: \"sha256:ab\"}]\n")
                        .image())
                .isEqualTo("registry/app@sha256:ab");
    }

    @Test
    void mergesAPatchByKindAndNameAndReplacesLists() {
        ServiceManifest app = overlay("""
                patches:
                  - patch: |
                      apiVersion: serving.knative.dev/v1
                      kind: Service
                      metadata: {name: app, labels: {networking.knative.dev/visibility: cluster-local}}
                      spec:
                        template:
                          metadata: {annotations: {autoscaling.knative.dev/min-scale: null}}
                          spec:
                            timeoutSeconds: 120
                            containers: [{image: registry/new}]
                """);

        assertThat(app.clusterLocal()).isTrue();
        assertThat(app.timeout()).hasSeconds(120);
        assertThat(app.image()).isEqualTo("registry/new");
        assertThat(app.args()).isEmpty();
        assertThat(app.annotations()).isEmpty();
    }

    @Test
    void appliesAJsonPatchToEveryObjectThatItsTargetNames() {
        ServiceManifest app = overlay("""
                patches:
                  - target: {kind: Service, name: a.*}
                    patch: |
                      - {op: test, path: /metadata/name, value: app}
                      - {op: replace, path: /spec/template/spec/timeoutSeconds, value: 90}
                      - {op: add, path: /spec/template/spec/containers/0/args/-, value: c}
                      - {op: remove, path: /spec/template/spec/containers/0/args/0}
                      - {op: add, path: /spec/template/metadata/annotations/autoscaling.knative.dev~1max-scale, value: "3"}
                """);

        assertThat(app.timeout()).hasSeconds(90);
        assertThat(app.args()).containsExactly("b", "c");
        assertThat(app.scaling().maxScale()).isEqualTo(3);
    }

    @Test
    void generatesConfigMapsAndSecretsUnderTheirPlainName() {
        ServiceManifest app = overlay("""
                configMapGenerator:
                  - {name: settings, namespace: shop, literals: [LEVEL=debug, "QUOTED='a b'"]}
                secretGenerator:
                  - {name: keys, namespace: shop, literals: [TOKEN=t=1]}
                patches:
                  - target: {kind: Service}
                    patch: |
                      - op: add
                        path: /spec/template/spec/containers/0/envFrom
                        value: [{configMapRef: {name: settings}}, {secretRef: {name: keys}}]
                """);

        assertThat(app.env())
                .containsEntry("LEVEL", "debug")
                .containsEntry("QUOTED", "a b")
                .containsEntry("TOKEN", "t=1");
    }

    @Test
    void deletesAnObject() {
        Yaml.write(folder, "overlay/kustomization.yaml", """
                resources: [../base]
                patches:
                  - patch: |
                      $patch: delete
                      apiVersion: serving.knative.dev/v1
                      kind: Service
                      metadata: {name: app}
                """);

        assertThat(Manifests.load(folder.resolve("overlay"), SecretStore.inMemory())
                        .services())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "helmCharts: []",
                "replicas: []",
                "namePrefix: x-",
                "components: [../c]",
                "resources: [https://example.org/x]",
                "resources: [gone.yaml]",
                "labels: [{pairs: {a: b}, includeSelectors: true}]",
                "configMapGenerator: [{name: a, files: [b]}]",
                "patches: [{patch: '[{\"op\": \"remove\", \"path\": \"/spec/none\"}]', target: {kind: Service}}]",
                "patches: [{path: p.yaml, target: {labelSelector: a=b}}]",
            })
    void refusesWhatItDoesNotKnowWithFileAndLine(String line) {
        Yaml.write(folder, "base/p.yaml", "- {op: remove, path: /spec}\n");
        Yaml.write(
                folder,
                "base/kustomization.yaml",
                (line.startsWith("resources") ? "" : "resources: [app.yaml]\n") + line + "\n");

        assertThatThrownBy(() -> Manifests.load(folder.resolve("base"), SecretStore.inMemory()))
                .isInstanceOf(ManifestException.class)
                .hasMessageMatching("(?s).*\\.yaml:[123] .*");
    }

    @Test
    void refusesTheSameObjectTwice() {
        Yaml.write(folder, "base/kustomization.yaml", "resources: [app.yaml, again.yaml]\n");
        Yaml.write(folder, "base/again.yaml", """
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata: {name: app}
                """);

        assertThatThrownBy(() -> Manifests.load(folder.resolve("base"), SecretStore.inMemory()))
                .hasMessageMatching("(?s).*stands already in .*app.yaml:4");
    }

    @Test
    void refusesAKeyThatIsWrittenTwice() {
        Yaml.write(folder, "base/kustomization.yaml", "namespace: a\nresources: []\nnamespace: b\n");

        assertThatThrownBy(() -> Manifests.load(folder.resolve("base"), SecretStore.inMemory()))
                .hasMessageContaining("kustomization.yaml:3")
                .hasMessageContaining("written twice");
    }
}
