#!/bin/sh
# Makes the files of secrets/ that are not there yet, for docker-compose.yml.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets

random() { head -c "$1" /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
keep() { test -s "secrets/$1" || { cat >"secrets/$1.new" && mv "secrets/$1.new" "secrets/$1" && echo "made secrets/$1"; }; }

printf 'latchkey_ek_%s\n' "$(random 32)" | keep encryption-keys
random 18 | keep console-password
random 24 | keep database-password
printf 'postgres://latchkey:%s@database/latchkey\n' "$(cat secrets/database-password)" | keep database-url
# Compat: a container's user reads a file that is mounted with the mode that it has here.
chmod 0444 secrets/*
