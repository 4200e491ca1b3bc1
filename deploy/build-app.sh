#!/bin/sh
# Builds everything, and puts what runs into a folder of its own: no sources, no development dependencies.
# sh deploy/build-app.sh FOLDER, from the root of the repository. Run again, it replaces what it put there.
set -eu
app=$1
# What is there stays until all of the new is there.
new=$app/new

pnpm install --frozen-lockfile
pnpm run build
pnpm exec vite build --config apps/console/vite.config.ts
pnpm exec vite build --config apps/hosted/vite.config.ts
pnpm exec vite build --config apps/hosted/vite.script.config.ts

rm -rf "$new"
mkdir -p "$new/console" "$new/hosted"
pnpm --filter @latchkey/standalone deploy --legacy --prod "$new/standalone"
# One file of JavaScript: Node.js could run the sources, but would load its compiler for that at each start, and keep it.
rm -r "$new/standalone/src"
pnpm exec esbuild apps/standalone/src/main.ts --bundle --packages=external --format=esm --platform=node --target=node24 \
  --outfile="$new/standalone/dist/main.js"
cp -R apps/console/dist "$new/console/dist"
cp -R apps/hosted/dist "$new/hosted/dist"
cp LICENSE "$new/LICENSE"
chmod +x "$new/standalone/dist/main.js"

for part in console hosted standalone LICENSE; do
  rm -rf "${app:?}/$part"
  mv "$new/$part" "$app/$part"
done
rmdir "$new"
