# Sourced by ./belparcel and ./belparcel-pvz: finds a JDK 25. It runs no program before it must, for the sake of short commands.

is_jdk25() {
  local release
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  release=$(<"$1/release")
  [[ $release == JAVA_VERSION=\"25[.\"]* || $release == *$'\n'JAVA_VERSION=\"25[.\"]* ]]
}

# A JDK 25: JAVA_HOME, the java on the PATH, then the usual install folders.
find_jdk() {
  local candidate java
  for candidate in "${BELPARCEL_JDK:-}" "${JAVA_HOME:-}"; do
    [ -n "$candidate" ] && is_jdk25 "$candidate" && { echo "$candidate"; return; }
  done
  java=$(command -v java || true)
  if [ -n "$java" ]; then
    candidate=$(cd "$(dirname "$(readlink -f "$java")")/.." && pwd)
    is_jdk25 "$candidate" && { echo "$candidate"; return; }
  fi
  for candidate in /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    is_jdk25 "$candidate" && { echo "$candidate"; return; }
  done
  return 1
}

jdk_advice="BelParcel needs a JDK 25 (for example Eclipse Temurin 25). Install it by your system's packages and set JAVA_HOME, or unpack it below ~/.jdks."
