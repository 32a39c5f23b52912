# Sourced by ./belparcel-pvz, which runs the command line, and by ./belparcel, which makes its AOT cache: both need the same
# class path in the same order. Expects $root.

pvz_cli="$root/functions/pvz-cli/target/cli"
pvz_cli_cache="$pvz_cli/cli.aot"

# Sets $pvz_cli_jvm to the arguments of the JVM without a cache. Libraries log nothing: what went wrong is one line of ours.
pvz_cli_arguments() {
  local LC_ALL=C jar path=""
  for jar in "$pvz_cli"/*.jar; do path="$path:$jar"; done
  pvz_cli_jvm=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx128m -Xlog:disable
    -Djava.util.logging.config.file=/dev/null
    -Dfile.encoding=UTF-8 -Djdk.serialFilter='!*' --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow -cp "${path#:}")
}

# Makes the AOT cache from a run with real calls; an old one goes first, so that none is ever older than the program.
pvz_cli_train() {
  pvz_cli_arguments
  rm -f "$pvz_cli_cache"
  "$java" "${pvz_cli_jvm[@]}" "-XX:AOTCacheOutput=$pvz_cli_cache.new" by.belparcel.pvzcli.training.Training > /dev/null 2>&1 || true
  [ -e "$pvz_cli_cache.new" ] && mv "$pvz_cli_cache.new" "$pvz_cli_cache"
}
