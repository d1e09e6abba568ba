import { spawn, type SpawnOptions } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from './project-root.ts'

export type ToolResult = { exitCode: number; output: string }

/**
 * Runs a program, by preference the project's own from node_modules/.bin, in the project's folder.
 * Its output goes to the terminal, or is collected when `output` is 'collect'.
 * A program that cannot be started gives exit code 127, one ended by a signal 128.
 */
export function runTool(
  tool: string,
  args: readonly string[],
  { output = 'show', env = process.env }: { output?: 'show' | 'collect'; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  const options: SpawnOptions = {
    cwd: projectRoot,
    env: withProjectTools(env),
    stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // The tools of node_modules/.bin are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  }
  return new Promise((resolve) => {
    const child = spawn(tool, args, options)
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }))
    child.on('close', (code) => resolve({ exitCode: code ?? 128, output: Buffer.concat(chunks).toString() }))
  })
}

/** `npm run` does this too; done here as well so that a script started by hand finds the same programs. */
function withProjectTools(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folders = [path.join(projectRoot, 'node_modules', '.bin'), env['PATH'] ?? '']
  return { ...env, PATH: folders.join(path.delimiter) }
}
