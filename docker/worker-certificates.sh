#!/usr/bin/env bash
# Makes what the line between nodes and workers needs, with openssl: an authority for nodes, another for workers, and a key with its
# certificate for each name. Run it again with further names and the same folder to have more of them; what is there stays.
#   docker/worker-certificates.sh FOLDER nodes NAME...      a node; NAME is the host by which workers reach it
#   docker/worker-certificates.sh FOLDER workers NAME...    a worker; NAME is what connector.remote.products.….workers calls it
# Keep the *-authority.key away from nodes and workers: whoever has workers-authority.key can be any worker. Each end gets its own key
# and certificate, and the certificate of the other end's authority. Certificates last a year; a renewed file is taken without a
# restart where spring.ssl.bundle.pem.….reload-on-update is true.
set -euo pipefail
umask 077
[ "$#" -ge 3 ] && [[ "$2" =~ ^(nodes|workers)$ ]] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1 kind=$2
shift 2
mkdir -p "$folder"
cd "$folder"

key() {
    openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
}

if [ ! -e "$kind-authority.key" ]; then
    key "$kind-authority.key"
    openssl req -x509 -new -key "$kind-authority.key" -days 3650 -subj "/O=Countersign/CN=Authority of $kind" \
        -addext basicConstraints=critical,CA:true,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign -out "$kind-authority.crt"
fi

for name in "$@"; do
    [[ "$name" =~ ^[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?$ ]] || { echo "'$name' is no name: use lower-case letters, digits, dots and hyphens" >&2; exit 2; }
    [ ! -e "$name.key" ] || { echo "$folder/$name.key is there already: left alone" >&2; continue; }
    use=clientAuth
    [ "$kind" = workers ] || use=serverAuth
    key "$name.key"
    openssl req -new -key "$name.key" -subj "/O=Countersign/CN=$name" -addext "subjectAltName=DNS:$name" -addext "extendedKeyUsage=$use" \
        -addext keyUsage=critical,digitalSignature -out "$name.csr"
    openssl x509 -req -in "$name.csr" -CA "$kind-authority.crt" -CAkey "$kind-authority.key" -days 365 -copy_extensions copy -out "$name.crt" 2> /dev/null
    rm "$name.csr"
done
