import { join } from 'node:path'
import { projectRoot } from '../support/runtime/project-root.ts'
import { openPanel, startAndClick, workingSetMb } from './measure-app.ts'
import type { Figure, Samples } from './samples.ts'
import type { Setting } from './setting.ts'

/** The app beside a bare window with one heading: from spawn to a click taken, and the memory of both then. */
export async function measureStartAndMemory({
  electron,
  folder,
  env,
  rounds,
  term,
}: Setting): Promise<Figure[]> {
  const start: Samples = { bare: [], app: [] }
  const memory: Samples = { bare: [], app: [] }
  const bare = {
    electron,
    env,
    folder: join(projectRoot, 'test/bench/bare'),
    userData: join(folder, 'bare'),
    control: 'button',
  }
  const app = { electron, env, folder: projectRoot, userData: join(folder, 'app'), control: 'article button' }
  // The first start of each fills caches (compiled code, fonts) that every later start of a day finds filled.
  for (let turn = -1; turn < rounds; turn += 1) {
    const one = await startAndClick(bare)
    await settle()
    const bareMb = workingSetMb(one.process.pid ?? 0)
    await one.stop()
    const two = await startAndClick(app)
    await openPanel(two.page, term.liveLessonId)
    await settle()
    const appMb = workingSetMb(two.process.pid ?? 0)
    await two.stop()
    if (turn < 0) continue
    start.bare.push(one.startMs)
    start.app.push(two.startMs)
    memory.bare.push(bareMb)
    memory.app.push(appMb)
  }
  return [
    { name: 'startup', says: 'Startup, spawn to a click taken', unit: 'ms', samples: start },
    {
      name: 'memory',
      says: 'Memory, main window and live panel against one bare window',
      unit: 'MB',
      samples: memory,
    },
  ]
}

/** Long enough for a window to have loaded and drawn all it shows. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1500))
}
