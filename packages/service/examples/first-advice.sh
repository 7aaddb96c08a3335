#!/usr/bin/env bash
# Starts the service on the loopback address with one token, asks it for one advice by curl, shows it, and stops it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
VERWIJSWIJZER_TOKEN=$(node -p 'require("node:crypto").randomBytes(32).toString("base64url")')
export VERWIJSWIJZER_TOKEN
port=${VERWIJSWIJZER_PORT:-8080}

node dist/main.js --embedded --port "$port" >&2 &
service=$!
trap 'kill "$service"; wait "$service"' EXIT

for _ in {1..200}; do
  curl --silent --fail "http://127.0.0.1:$port/readyz" && break
  sleep 0.1
done
curl --silent --fail-with-body "http://127.0.0.1:$port/v1/advice" \
  --header "authorization: Bearer $VERWIJSWIJZER_TOKEN" \
  --header 'content-type: application/json' \
  --data '{
    "audience": "employer",
    "locale": "en",
    "snapshot": {
      "asOf": "2026-11-22",
      "employment": { "regime": "employee" },
      "absence": { "spells": [{ "firstDay": "2026-02-03" }] },
      "returnToWork": { "ownWork": "not-expected" }
    }
  }'
