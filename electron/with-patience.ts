/** Waits for work, but for so long (ms) at the most: a drive that is gone may keep a question for minutes. */
export function withPatience(work: Promise<void>, patienceMs: number, onLate: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate()
      resolve()
    }, patienceMs)
    void work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
