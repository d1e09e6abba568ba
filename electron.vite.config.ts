import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Main and preload are bundled whole (only the native module stays outside), so that a start reads three files, not three hundred. */
const native = { external: ['electron', 'better-sqlite3'] }

/** The Node inside the oldest Electron the app is run on (docs/adr/0005). */
const OLDEST_NODE = 'node20.18'

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: OLDEST_NODE,
      minify: true,
      outDir: 'out/main',
      rolldownOptions: {
        ...native,
        input: {
          main: resolve('electron/main.ts'),
          'reading-worker': resolve('electron/reading/reading-worker.ts'),
          'folder-worker': resolve('electron/office-folder/folder-worker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: OLDEST_NODE,
      outDir: 'out/preload',
      rolldownOptions: {
        ...native,
        input: { preload: resolve('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    publicDir: resolve('assets/public'),
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: resolve('renderer/index.html') } },
    },
    plugins: [react()],
  },
})
