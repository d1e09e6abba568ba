import { runTool } from './run-tool.ts'

const checks: readonly { name: string; command: readonly [string, ...string[]] }[] = [
  { name: 'Types', command: ['tsc', '-b'] },
  { name: 'Lint', command: ['oxlint', '--type-aware'] },
  { name: 'Format', command: ['prettier', '--check', '.'] },
  { name: 'Layers', command: ['depcruise', 'electron', 'renderer', 'shared', 'test'] },
  { name: 'Dead code', command: ['knip'] },
]

export type CheckResult = { name: string; passed: boolean }

/** Runs every check of the source code, also after one has failed; what each has to say goes to the terminal. */
export async function runChecks(): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const { name, command } of checks) {
    const [tool, ...args] = command
    console.log(`\n== ${name}: ${command.join(' ')}`)
    const startedAt = Date.now()
    const { exitCode } = await runTool(tool, args)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    console.log(`== ${name}: ${exitCode === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
    results.push({ name, passed: exitCode === 0 })
  }
  return results
}
