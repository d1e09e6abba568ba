const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in a document of ours, whatever is written in it. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (found) => entities[found] ?? '')

/** Somebody's own text, kept apart so that one written right to left leaves the rest of the line alone. */
export const named = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`
