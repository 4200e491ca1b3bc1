#!/bin/sh
# Lists the environments that a connection reaches.
#
#   LATCHKEY_URL=http://localhost:4500/latchkey LATCHKEY_SECRET_KEY=… INTEGRATION_ID=pingone-cc CONNECTION_ID=… sh environments.sh
curl --silent --show-error --fail-with-body "$LATCHKEY_URL/proxy/v1/environments?limit=10" \
  -H "Authorization: Bearer $LATCHKEY_SECRET_KEY" \
  -H "Provider-Config-Key: $INTEGRATION_ID" \
  -H "Connection-Id: $CONNECTION_ID"
