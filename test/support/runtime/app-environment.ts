/**
 * The environment for a start of the app: this process's, with additions, as plain strings.
 * Without ELECTRON_RUN_AS_NODE, which the terminals of some editors set and which turns every Electron into a bare Node.
 */
export function appEnvironment(additions: Readonly<Record<string, string>> = {}): Record<string, string> {
  const entries = Object.entries({ ...process.env, ...additions })
  const isWanted = ([name, value]: [string, string | undefined]): boolean =>
    value !== undefined && name !== 'ELECTRON_RUN_AS_NODE'
  return Object.fromEntries(entries.filter(isWanted)) as Record<string, string>
}
