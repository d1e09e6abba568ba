import type { OfficeFolder } from '../exchange/export/office-folder.ts'
import { NO_ANSWER } from '../exchange/export/export-failure.ts'
import type { FromFolder, ToFolder } from './folder-messages.ts'

/** The process that deals with the folder, as far as main deals with it. */
export type FolderProcess = {
  post(message: ToFolder): void
  onMessage(listener: (message: FromFolder) => void): void
  onExit(listener: () => void): void
  end(): void
}

/** All in ms: to start, between two signs of life, and from calling an act off until it is no longer waited for. */
type Limits = { startMs: number; actMs: number; stopMs: number }

/** A share over a slow line takes a second for an act; one that has not answered for so long is away. */
const usualLimits: Limits = { startMs: 20_000, actMs: 20_000, stopMs: 2_000 }

type Answer = Extract<FromFolder, { found: unknown } | { outcome: unknown } | { bundles: unknown }>
type Ask = {
  message: ToFolder
  signal?: AbortSignal | undefined
  wrote?: ((count: number) => void) | undefined
}

/**
 * The office's folder behind a process of its own, every act held to a limit. One that does not answer in time is left
 * to itself: it fails with `NO_ANSWER`, and whatever it was writing has no name that anybody sees.
 */
export function limitedFolder(start: () => FolderProcess, limits: Limits = usualLimits): OfficeFolder {
  let process: FolderProcess | null = null
  let isReady = false
  let heard: (message: FromFolder) => void = () => {}
  let died: () => void = () => {}

  const begin = (): FolderProcess => {
    const begun = start()
    process = begun
    isReady = false
    begun.onMessage((message) => {
      if (process !== begun) return
      if ('ready' in message) isReady = true
      heard(message)
    })
    begun.onExit(() => {
      if (process !== begun) return
      process = null
      died()
    })
    return begun
  }
  const end = () => {
    const ending = process
    process = null
    ending?.end()
  }

  const ask = ({ message, signal, wrote }: Ask): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      const asked = process ?? begin()
      let timer: NodeJS.Timeout | undefined
      const finish = (settle: () => void) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
        heard = () => {}
        died = () => {}
        settle()
      }
      const giveUp = () => {
        end()
        finish(() => reject(coded(NO_ANSWER, 'no answer')))
      }
      const waitFor = (ms: number) => {
        clearTimeout(timer)
        timer = setTimeout(giveUp, ms)
      }
      const stop = () => {
        asked.post({ stop: true })
        clearTimeout(timer)
        timer = setTimeout(() => {
          end()
          finish(() => resolve({ outcome: 'stopped' }))
        }, limits.stopMs)
      }
      died = () => finish(() => reject(coded('', 'the process ended')))
      heard = (news) => {
        if ('found' in news || 'outcome' in news || 'bundles' in news) return finish(() => resolve(news))
        if ('failed' in news) return finish(() => reject(coded(news.failed.code, news.failed.message)))
        if (signal?.aborted) return
        waitFor(limits.actMs)
        if ('ready' in news) asked.post(message)
        if ('wrote' in news) wrote?.(news.wrote)
      }
      waitFor(isReady ? limits.actMs : limits.startMs)
      signal?.addEventListener('abort', stop, { once: true })
      if (isReady) asked.post(message)
    })

  return {
    find: async (wish) => {
      const answer = await ask({ message: { find: wish } })
      if ('found' in answer) return answer.found
      throw coded('', 'another answer')
    },
    put: async (wish, { signal, wrote } = {}) => {
      if (signal?.aborted) return 'stopped'
      const answer = await ask({ message: { put: wish }, signal, wrote })
      return 'outcome' in answer ? answer.outcome : 'stopped'
    },
    findBundles: async (wish) => {
      const answer = await ask({ message: { findBundles: wish } })
      if ('bundles' in answer) return answer.bundles
      throw coded('', 'another answer')
    },
    putBundle: async (wish) => {
      await ask({ message: { putBundle: wish } })
    },
    end,
  }
}

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code })
