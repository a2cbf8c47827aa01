import { defineConfig } from 'vite';

/** Everything is a file of its own origin: the page's policy allows no inline script, no data: font and no eval. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Monaco is one large piece that changes rarely.
    chunkSizeWarningLimit: 5_000,
  },
});
