/** Something about this machine has to be put right by a person: the message says what happened and what to do. */
export class SetupError extends Error {
  override name = 'SetupError'
}
