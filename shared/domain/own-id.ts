/**
 * An id for what the school added itself, from the name it has, that none of those taken is. Begins with `own-`, so that
 * nothing the app brings later can have the same.
 */
export function ownId(name: string, taken: readonly string[]): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replaceAll(/^-|-$/g, '')
  const id = `own-${letters || 'one'}`
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? id : `${id}-${number}`
    if (!taken.includes(wanted)) return wanted
  }
}
