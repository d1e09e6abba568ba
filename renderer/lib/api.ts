import type {
  CommandName,
  EventName,
  EventPayload,
  Failure,
  Input,
  Output,
  Reply,
} from '../../shared/ipc/contract.ts'

/** The way to the main process, typed by the contract. Components never see it: stores do. */
export type Api = {
  /** Never throws: whatever goes wrong comes back as a failure in words. */
  invoke<N extends CommandName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>
  /** Listens until the returned function is called. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}

type Bridge = {
  invoke(name: string, input: unknown): Promise<unknown>
  on(name: string, listener: (payload: never) => void): () => void
}

const lost: { ok: false; error: Failure } = {
  ok: false,
  error: {
    code: 'no-answer',
    message:
      'The app did not answer. What was saved before is safe; close the app and open it again if this stays.',
  },
}

/** The only reader of `window.api`. */
export function createApi(bridge: Bridge = (window as unknown as { api: Bridge }).api): Api {
  return {
    invoke: async (name, input) => {
      try {
        const reply = await bridge.invoke(name, input)
        // A long answer comes as text.
        return (typeof reply === 'string' ? JSON.parse(reply) : reply) as Reply<never>
      } catch {
        return lost
      }
    },
    on: (name, listener) => bridge.on(name, listener),
  }
}
