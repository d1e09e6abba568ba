import { inGroups, spellCode } from './lesson-code.ts'

/** 27 characters to the power of 20: about 95 bits. */
const LENGTH = 20

/** Random bytes to make a password from: enough that one is always found. */
export const PASSWORD_BYTES = 96

/**
 * A password for a zip that leaves the school, of `PASSWORD_BYTES` random bytes: groups a person can read out over the
 * telephone (`7K3Q-9MWX-4HPT-2ACD-8EFG`). The dashes are part of it.
 */
export const makeZipPassword = (random: Uint8Array): string => inGroups(spellCode(random, LENGTH))
