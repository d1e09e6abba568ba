import { Refusal } from './dispatch.ts'

/** Makes or sends files; where that fails in words, the failure is a refusal in those. */
export async function inWords<T>(send: () => Promise<T>): Promise<T> {
  const { ExportFailure } = await import('../exchange/export/export-failure.ts')
  return send().catch((error: unknown) => {
    throw error instanceof ExportFailure ? new Refusal(error.code, error.message) : error
  })
}
