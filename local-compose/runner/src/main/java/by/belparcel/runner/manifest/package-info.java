/** Reads Knative manifests (kustomize or plain YAML) strictly, with file and line for every complaint, into typed records. */
@NullMarked
package by.belparcel.runner.manifest;

import org.jspecify.annotations.NullMarked;
