import { errorCodeOf } from '../exchange/export/export-failure.ts'
import { type ActWatch, folderActs } from '../exchange/export/office-folder.ts'
import type { FromFolder, ToFolder } from './folder-messages.ts'

/** The folder's side of the talk: does what it is asked and tells how it went. Whatever is thrown is told by its code. */
export function serveFolder(tell: (message: FromFolder) => void): (message: ToFolder) => Promise<void> {
  let isStopped = false
  const watch: ActWatch = {
    acted: () => tell({ acted: true }),
    wrote: (count) => tell({ wrote: count }),
    isStopped: () => isStopped,
  }
  const carryOut = async (message: Exclude<ToFolder, { stop: true }>) => {
    isStopped = false
    if ('find' in message) tell({ found: await folderActs.find(message.find, watch) })
    else if ('put' in message) tell({ outcome: await folderActs.put(message.put, watch) })
    else if ('findBundles' in message) tell({ bundles: await folderActs.findBundles(message.findBundles) })
    else {
      await folderActs.putBundle(message.putBundle)
      tell({ outcome: 'put' })
    }
  }
  return async (message) => {
    if ('stop' in message) {
      isStopped = true
      return
    }
    await carryOut(message).catch((error: unknown) => {
      tell({ failed: { code: errorCodeOf(error), message: error instanceof Error ? error.message : '' } })
    })
  }
}
