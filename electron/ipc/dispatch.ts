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

/**
 * Faults of the disk, or of another program that holds the file, by how SQLite names them: the same command may well
 * succeed later. What happened, and what to do.
 */
const passing: readonly (readonly [codes: readonly string[], happened: string, toDo: string])[] = [
  [['SQLITE_FULL'], 'The disk is full.', 'Free some space on this computer.'],
  [
    ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'],
    'The records can be read but not written.',
    'Ask school IT to let this account write to them.',
  ],
  [
    ['SQLITE_BUSY', 'SQLITE_LOCKED'],
    'Another program, such as a backup, is holding the records.',
    'This works again once it has finished.',
  ],
  [
    ['SQLITE_IOERR'],
    'The disk does not take what is written.',
    'See that it is connected and not full, and tell school IT if this stays.',
  ],
]

function faultOf(error: unknown): (typeof passing)[number] | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return passing.find(([codes]) => codes.some((one) => code.startsWith(one)))
}

/** Whether the same command may well succeed later: its window keeps it and tries again. */
export const isPassing = (error: unknown): boolean => faultOf(error) !== undefined

function failureOf(error: unknown): { ok: false; error: Failure } {
  const fault = faultOf(error)
  if (fault) {
    const [, happened, toDo] = fault
    return failed('not-saved', `${happened} What was saved before is safe. ${toDo}`)
  }
  return failed(
    'unexpected',
    'Something went wrong and this was not done. Everything recorded before is safe.',
  )
}
