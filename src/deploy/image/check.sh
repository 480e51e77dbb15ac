#!/usr/bin/env bash
# Checks target/jeugdgraaf-*-image.tar: what is in its layers, and that it starts as a user without
# rights on a file system that cannot be written, but for /tmp and /var/lib/jeugdgraaf.
#
# It needs root on Linux, for a mount namespace and chroot. Set NEO4J_URI, NEO4J_USERNAME and
# NEO4J_PASSWORD to start it as an open demo over a database with made-up persons; else it must say
# that NEO4J_URI is missing.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
image=$(ls "$root"/target/jeugdgraaf-*-image.tar)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong() { echo "Wrong: $*" >&2; exit 1; }

mkdir "$work/image" "$work/root"
tar -xf "$image" -C "$work/image"
config=$(cat "$work/image/config.json")
# The elements of a list in the configuration, one a line.
list() { sed 's/.*"'"$1"'":\[\([^]]*\)\].*/\1/; s/","/\n/g' <<<"$config" | sed 's/^"//; s/"$//'; }

for layer in $(sed 's/.*"Layers":\[\([^]]*\)\].*/\1/; s/[",]/ /g' "$work/image/manifest.json"); do
  tar --warning=no-unknown-keyword -xpf "$work/image/$layer" -C "$work/root"
done

[[ $config == *'"User":"10001:10001"'* ]] || wrong "the user is not 10001."
[[ $config == *'"8080/tcp"'* ]] || wrong "port 8080 is not exposed."
[[ $config == *'"org.opencontainers.image.licenses":"Apache-2.0"'* ]] || wrong "it has no label with the licence."

cd "$work/root"
writable=$(find . \( -perm -o+w -o -user 10001 -o -group 10001 \) ! -type l ! -path ./tmp ! -path ./var/lib/jeugdgraaf)
[ -z "$writable" ] || wrong "its user may write to $writable"
privileged=$(find . -perm /6000)
[ -z "$privileged" ] || wrong "it has programs with rights of others: $privileged"
shells=$(find . -name sh -o -name bash -o -name dash -o -name busybox -o -name apt-get)
[ -z "$shells" ] || wrong "it has a shell: $shells"
# The driver, its connections and the Cypher builder are Apache-2.0; all else of Neo4j is the server.
for jar in $(find app -name '*.jar'); do
  server=$(unzip -Z1 "$jar" | grep -E '^(org|com)/neo4j/.*\.class$' |
    grep -vE '^org/neo4j/(driver|cypherdsl|bolt/connection)/' | head -n 1 || true)
  [ -z "$server" ] || wrong "$jar has a class of the Neo4j server: $server"
done
echo "The layers hold what they should: $(du -sh . | cut -f1) unpacked, $(ls app/libs | wc -l) libraries."

mkdir -p proc dev
mapfile -t settings < <(list Env)
mapfile -t entrypoint < <(list Entrypoint)
[[ " ${settings[*]} " == *" PATH=/opt/java/bin "* && ${entrypoint[0]} == java ]] || wrong "it finds no java."
settings+=(PORT=0 PATH=/usr/sbin:/usr/bin:/sbin:/bin)
if [ -n "${NEO4J_URI:-}" ]; then
  settings+=(DEMO_OPEN=true SEED=/app/seed "NEO4J_URI=$NEO4J_URI" "NEO4J_USERNAME=${NEO4J_USERNAME:-}" "NEO4J_PASSWORD=${NEO4J_PASSWORD:-}")
fi

# Runs it in namespaces of its own, where the root is read-only.
env -i "${settings[@]}" unshare --mount --pid --fork --kill-child bash -c '
  set -euo pipefail
  root=$1
  shift
  mount --bind "$root" "$root"
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
  mount -t tmpfs -o mode=750,uid=10001,gid=10001 tmpfs "$root/var/lib/jeugdgraaf"
  mount -o remount,ro,bind "$root"
  exec chroot --userspec=10001:10001 "$root" "$@"' contained \
  "$work/root" /opt/java/bin/java "${entrypoint[@]:1}" >"$work/log" 2>&1 &
started=$!

if [ -z "${NEO4J_URI:-}" ]; then
  wait "$started" && wrong "it starts without a database."
  grep -q 'cannot start: NEO4J_URI is not set' "$work/log" || wrong "without settings it says: $(cat "$work/log")"
  echo "Without a database it says: $(grep NEO4J_URI "$work/log")"
  exit 0
fi

for _ in $(seq 1 120); do
  if grep -q 'is ready' "$work/log" || ! kill -0 "$started" 2>/dev/null; then break; fi
  sleep 1
done
address=$(sed -n 's/.*is ready: http:\/\/[^:]*\(:[0-9]*\).*/http:\/\/127.0.0.1\1/p' "$work/log")
[ -n "$address" ] || wrong "it does not get ready: $(cat "$work/log")"
curl -sf "$address/health/ready" >/dev/null || wrong "it does not answer at $address."
grep -q 'OPEN DEMO' "$work/log" || wrong "its log does not say that the demo is open."
kill -TERM "$(pgrep -P "$started")"
wait "$started" || wrong "a stop ends with $?: $(cat "$work/log")"
echo "It starts without rights, answers and stops."
