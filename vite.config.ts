import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: relative addresses only, nothing inlined, so that a strict policy can hold it. */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/page',
    emptyOutDir: false,
    // The older end of what the tests run on; the shipped Electron is newer.
    target: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // Libraries mark their files for servers that we do not have.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
