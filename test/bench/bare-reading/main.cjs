// Reads one file in turns: by the bare parser and by the app's own reader, each in a utility process of its own. Command
// line: the app's reader, the file, the number of turns, where to write what was measured.
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { app, utilityProcess } = require('electron')

const [reader, file, turns, results] = process.argv.slice(-4)

/** From the moment a reader is asked to its whole answer (ms), and the most memory it ever had (MB, Linux). */
function measure(worker, job) {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(worker, [], { stdio: 'ignore' })
    let askedAt = 0
    child.once('exit', () => reject(new Error(`${worker} ended without an answer.`)))
    child.on('message', (message) => {
      if ('ready' in message) {
        askedAt = performance.now()
        child.postMessage({ read: { job, about: { fileName: 'report.csv' }, path: file } })
      } else if ('answer' in message) {
        const ms = performance.now() - askedAt
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
        const mb = Number(/^VmHWM:\s+(\d+)/m.exec(status)[1]) / 1024
        child.kill()
        resolve({ ms, mb, answer: message.answer })
      } else if ('refusal' in message) reject(new Error(JSON.stringify(message.refusal)))
    })
  })
}

async function run() {
  const samples = []
  for (let turn = -1; turn < Number(turns); turn += 1) {
    const bare = await measure(join(__dirname, 'bare-worker.cjs'), 'recognise')
    const own = await measure(reader, 'recognise')
    if (turn >= 0) samples.push({ bareMs: bare.ms, bareMb: bare.mb, appMs: own.ms, appMb: own.mb })
    if (turn < 0) {
      const { understood, kind } = own.answer.recognised
      if (!understood || kind !== 'zoom-participants') throw new Error('The report was not understood.')
    }
  }
  writeFileSync(results, JSON.stringify(samples))
}

app.on('window-all-closed', () => undefined)
void app.whenReady().then(() =>
  run().then(
    () => app.exit(0),
    (error) => {
      process.stderr.write(`${error.stack}\n`)
      app.exit(1)
    },
  ),
)
