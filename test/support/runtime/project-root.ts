import path from 'node:path'

/** The folder of the repository: where package.json, node_modules and out/ are. */
export const projectRoot = path.resolve(import.meta.dirname, '../../..')

/** Git-ignored, and kept by `npm ci`: what is costly to fetch or to make again. */
export const cacheFolder = path.join(projectRoot, '.cache')
