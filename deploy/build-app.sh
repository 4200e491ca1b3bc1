#!/bin/sh
# Builds everything, and puts what runs into a folder of its own: no sources but the app's, no development dependencies.
# sh deploy/build-app.sh FOLDER, from the root of the repository.
set -eu
app=$1

pnpm install --frozen-lockfile
pnpm run build
pnpm exec vite build --config apps/console/vite.config.ts
pnpm exec vite build --config apps/hosted/vite.config.ts
pnpm exec vite build --config apps/hosted/vite.script.config.ts

mkdir -p "$app/console" "$app/hosted"
pnpm --filter @latchkey/standalone deploy --legacy --prod "$app/standalone"
cp -R apps/console/dist "$app/console/dist"
cp -R apps/hosted/dist "$app/hosted/dist"
cp LICENSE "$app/LICENSE"
chmod +x "$app/standalone/src/main.ts"
