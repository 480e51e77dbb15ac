#!/usr/bin/env bash
# Makes target/jeugdgraaf-VERSION-image.tar, an image for `docker load` or `podman load`, without an
# engine for containers and without a registry.
#
# The base is the C library of Debian and a Java runtime with the modules in modules.txt: no shell,
# no package manager. It needs apt-get and dpkg-deb (any Debian or Ubuntu), a JDK 25 in JAVA_HOME, and
# Maven.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
java=${JAVA_HOME:?"Set JAVA_HOME to a JDK 25."}
work=$root/target/image
created=2026-11-22T00:00:00Z

rm -rf "$work"
mkdir -p "$work/packages" "$work/layer" "$work/base"
umask 022

# The C library, for programs; and the copyright that comes with it.
cd "$work/packages"
apt-get -qq download libc6 2>apt.log || { cat apt.log >&2; exit 1; }
for package in *.deb; do
  dpkg-deb -x "$package" "$work/packages/all"
done
cd "$work/packages/all"
case $(uname -m) in
  x86_64) architecture=amd64 loader=lib64/ld-linux-x86-64.so.2 ;;
  aarch64) architecture=arm64 loader=lib/ld-linux-aarch64.so.1 ;;
  *) echo "No image for $(uname -m)." >&2; exit 1 ;;
esac
find . -name 'ld-linux*' -o -name 'libc.so.6' -o -name 'libm.so.6' -o -name 'libdl.so.2' \
  -o -name 'libpthread.so.0' -o -name 'librt.so.1' -o -name 'libresolv.so.2' \
  -o -name 'libnss_dns.so.2' -o -name 'libnss_files.so.2' -o -path './usr/share/doc/libc6/copyright' |
  sort | tar -cf - -T - | tar -xf - -C "$work/layer"
[ -e "$work/layer/$loader" ] || [ -L "$work/layer/$loader" ] || { echo "The C library has no $loader." >&2; exit 1; }

# Who runs it, where names are looked up, and the two folders that it may write to.
cd "$work/layer"
mkdir -p etc opt tmp var/lib/jeugdgraaf
echo 'root:x:0:0:root:/:/none
jeugdgraaf:x:10001:10001:Jeugdgraaf:/var/lib/jeugdgraaf:/none' >etc/passwd
echo 'root:x:0:
jeugdgraaf:x:10001:' >etc/group
echo 'hosts: files dns' >etc/nsswitch.conf

"$java/bin/jlink" --add-modules "$(paste -sd, "$here/modules.txt")" --output opt/java \
  --strip-debug --no-header-files --no-man-pages --compress zip-6

# A layer is the same for each build: sorted, of one time, of root but for the two folders.
pack() { tar --sort=name --mtime="$created" --numeric-owner --format=gnu -cf "$work/base/layer.tar" "$@"; }
chmod 1777 tmp
chmod 750 var/lib/jeugdgraaf
pack --owner=0 --group=0 --exclude=./var/lib/jeugdgraaf .
tar --sort=name --mtime="$created" --numeric-owner --format=gnu --owner=10001 --group=10001 \
  -rf "$work/base/layer.tar" ./var/lib/jeugdgraaf

cd "$work/base"
layer=$(sha256sum layer.tar | cut -d' ' -f1)
cat >config.json <<JSON
{"architecture":"$architecture","os":"linux","created":"$created",
 "config":{"Env":["PATH=/opt/java/bin","JAVA_HOME=/opt/java"]},
 "rootfs":{"type":"layers","diff_ids":["sha256:$layer"]},
 "history":[{"created":"$created","created_by":"src/deploy/image/build.sh"}]}
JSON
echo '[{"Config":"config.json","RepoTags":["jeugdgraaf-base:1"],"Layers":["layer.tar"]}]' >manifest.json
tar --sort=name --mtime="$created" --owner=0 --group=0 --numeric-owner -cf "$work/base.tar" \
  config.json layer.tar manifest.json

cd "$root"
mvn -q -B -Pimage -Dimage.architecture="$architecture" compile jib:buildTar
ls -l target/jeugdgraaf-*-image.tar
