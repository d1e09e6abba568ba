const redrawEveryMs = 200
const repeatEveryMs = 4000

export type Progress = {
  /** Bytes so far; the total may be unknown. */
  report(done: number, total: number | undefined): void
  finish(): void
}

/**
 * Shows how far a download has come, on stderr: the first line of stdout belongs to the name of the Electron.
 * A terminal gets one line that is redrawn, anything else (a CI log) one line every few seconds.
 */
export function showProgress(label: string): Progress {
  const isTerminal = process.stderr.isTTY
  const everyMs = isTerminal ? redrawEveryMs : repeatEveryMs
  let shownAt = 0
  return {
    report(done, total) {
      if (Date.now() - shownAt < everyMs) return
      shownAt = Date.now()
      const line = `${label}: ${megabytes(done)}${total ? ` of ${megabytes(total)}` : ''} MB`
      process.stderr.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`)
    },
    finish() {
      if (isTerminal && shownAt) process.stderr.write('\r\u001b[K')
    },
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
