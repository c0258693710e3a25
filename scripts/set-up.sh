#!/bin/sh
# Installs the dependencies when they are absent or older than the lock file; then nothing else is needed.
set -eu
cd "$(dirname "$0")/.."
stamp=node_modules/.rechtenloket-lock
if [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; then exit 0; fi
echo "Installing dependencies (npm ci) ..." >&2
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
cp package-lock.json "$stamp"
