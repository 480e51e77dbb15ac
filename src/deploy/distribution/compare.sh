#!/usr/bin/env bash
# Builds the distribution of the last commit twice, in clones with other folders, time zones and
# permissions for new files, and compares what comes out, byte for byte.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  git clone -q "$root" "$work/$1"
  (
    cd "$work/$1"
    umask "$2"
    export TZ=$3
    mvn -q -B -ntp package -DskipTests -Dmaven.test.skip=true
    cd target
    sha256sum jeugdgraaf-*.zip jeugdgraaf-*.tar.gz jeugdgraaf.jar bom.json licences-of-libraries.txt
  )
}

build here 022 Europe/Amsterdam >"$work/one"
build some/where/else 077 Pacific/Auckland >"$work/other"
diff "$work/one" "$work/other"
cat "$work/one"
