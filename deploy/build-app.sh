#!/bin/sh
# Builds everything, and puts what runs into a folder of its own: no sources, no development dependencies.
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
# One file of JavaScript: Node.js could run the sources, but would load its compiler for that at each start, and keep it.
rm -r "$app/standalone/src"
pnpm exec esbuild apps/standalone/src/main.ts --bundle --packages=external --format=esm --platform=node --target=node24 \
  --outfile="$app/standalone/dist/main.js"
cp -R apps/console/dist "$app/console/dist"
cp -R apps/hosted/dist "$app/hosted/dist"
cp LICENSE "$app/LICENSE"
chmod +x "$app/standalone/dist/main.js"
