/**
 * Loaded before a worker of the app in a plain Node process: gives it Electron's way to whoever started it over Node's
 * own, so that the worker itself is the app's, to the last line.
 */
const parentPort = {
  on: (_event: 'message', listener: (event: { data: unknown }) => void) =>
    process.on('message', (data) => listener({ data })),
  postMessage: (message: object) => process.send?.(message),
}
Object.assign(process, { parentPort })
// Electron ends its workers with the app.
process.on('disconnect', () => process.exit())
