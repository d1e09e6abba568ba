/**
 * The SHA-256 of a sealed day's file as it was put into the folder: whether it still lies there whole can then be asked.
 * (Null: put there before this was kept.)
 */
export const sealedFile = {
  version: 10,
  sql: 'ALTER TABLE sealed_day ADD COLUMN file_hash TEXT;',
} as const
