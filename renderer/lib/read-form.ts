/** What a form's text field says, by its name: trimmed, and empty where there is none. */
export type FormText = (name: string) => string

/** Reads a form's text fields. */
export function readForm(form: HTMLFormElement): FormText {
  const data = new FormData(form)
  return (name) => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
}
