import { startWorker } from '../worker-process.ts'
import type { FolderProcess } from './limited-folder.ts'

/** Starts the process of folder-worker.ts. */
export const startFolderProcess = (): FolderProcess =>
  startWorker('folder-worker.cjs', 'Session Companion office folder')
