import {
  type CommandName,
  commands,
  type Failure,
  type Output,
  type ParsedInput,
  type Reply,
} from '../../shared/ipc/contract.ts'

/** One function for every command of the contract. */
export type Handlers = { [N in CommandName]: (input: ParsedInput<N>) => Output<N> | Promise<Output<N>> }

/** A refusal a person is told of as it stands: what happened, and what to do. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export type Dispatch = (name: unknown, input: unknown) => Promise<Reply<unknown>>

const failed = (code: string, message: string): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message },
})

/**
 * From a name and anything at all to a reply: the name must be in the contract and the input of its shape, or the
 * handler is never called. Whatever goes wrong comes back as a value in words; details go to `report` only.
 */
export function createDispatch(
  handlers: Handlers,
  report: (command: string, error: unknown) => void,
): Dispatch {
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(commands, name)) {
      return failed('unknown-command', 'That is not something this app can do.')
    }
    const command = name as CommandName
    const parsed = commands[command].input.safeParse(input)
    if (!parsed.success)
      return failed('bad-input', 'Something in that request was not as expected. Nothing was changed.')
    try {
      const handle = handlers[command] as (input: unknown) => unknown
      return { ok: true, value: await handle(parsed.data) }
    } catch (error) {
      if (error instanceof Refusal) return failed(error.code, error.message)
      report(command, error)
      return failureOf(error)
    }
  }
}

/** Faults of the disk or of another program that holds the file: the same command may well succeed later. */
const passing = ['BUSY', 'LOCKED', 'FULL', 'IOERR', 'READONLY', 'CANTOPEN'].map((one) => `SQLITE_${one}`)

function failureOf(error: unknown): { ok: false; error: Failure } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (passing.some((one) => code.startsWith(one))) {
    const why = code.startsWith('SQLITE_FULL')
      ? 'the disk is full'
      : 'the records are busy or cannot be written'
    return failed('not-saved', `Not saved: ${why}. What was saved before is safe, and this is tried again.`)
  }
  return failed(
    'unexpected',
    'Something went wrong and this was not done. Everything recorded before is safe.',
  )
}
