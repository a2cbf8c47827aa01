import { defineConfig } from 'vite';

/**
 * The command, and what its threads run, as a few files in place of a thousand: Node spends longer on finding and linking
 * that many than on running them. What the package depends on stays where npm puts it.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/engine/cli',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: ['engine/cli/process-io.ts', 'engine/cli/blocks/worker.ts'],
      // All in one folder: it lies as deep in the package as the sources of the command, and whoever starts the worker finds it beside itself.
      output: {
        chunkFileNames: '[name]-[hash].js',
        // Each file more costs Node a third of a millisecond: what every start needs is one, what answering from a bundle needs beyond it another.
        codeSplitting: {
          groups: [
            { name: 'start', test: /engine[\\/]cli[\\/]process-io\.ts$/, priority: 2 },
            { name: 'answer', test: /engine[\\/]cli[\\/]eval\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
});
