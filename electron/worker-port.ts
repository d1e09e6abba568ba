/** Electron's way from a worker to whoever started its process; Node's types do not know it. */
type ParentPort = {
  on(event: 'message', listener: (event: { data: never }) => void): void
  postMessage(message: object): void
}

/** A worker's side of its process: what comes is given to the one that `serve` makes, and it says that it is ready. */
export function serveWorker(
  serve: (tell: (message: object) => void) => (message: never) => Promise<void>,
): void {
  const { parentPort } = process as unknown as { parentPort: ParentPort }
  const take = serve((message) => parentPort.postMessage(message))
  parentPort.on('message', ({ data }) => void take(data))
  parentPort.postMessage({ ready: true })
}
