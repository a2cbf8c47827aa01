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
    // The engine's modules only offer things: of its doors the page keeps what it uses, and the rest goes to the worker.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/[\\/]engine[\\/]/.test(id) } },
    // Monaco is one large piece that changes rarely.
    chunkSizeWarningLimit: 5_000,
  },
});
