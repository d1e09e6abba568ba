import type { NamedFile } from './whole-folder.ts'

/** AES-256 in the library's words. */
const AES_256 = 3

/**
 * A zip that only opens with its password: AES-256 as WinZip and 7-Zip know it (AE-2). Names of files stay readable in
 * such a zip, so nothing that names anybody may be in them; `at` (UTC ms) is the date they all bear.
 */
export async function sealedZip(
  files: readonly NamedFile[],
  password: string,
  at: number,
): Promise<Uint8Array> {
  // Loaded when used: few days leave the school this way.
  const { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js')
  configure({ useWebWorkers: false })
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    password,
    encryptionStrength: AES_256,
    lastModDate: new Date(at),
  })
  for (const { name, content } of files) await zip.add(name, new Uint8ArrayReader(content))
  return zip.close()
}
