import type { Page } from '@playwright/test'

/** Drags a file of this content over the page and lets it go on its first heading, as the system's file manager would. */
export async function dropFile(main: Page, name: string, content: Buffer, isLetGo = true): Promise<void> {
  const files = await main.evaluateHandle(
    ({ fileName, base64 }) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
      transfer.items.add(new File([bytes], fileName))
      return transfer
    },
    { fileName: name, base64: content.toString('base64') },
  )
  const heading = main.locator('h1').first()
  await heading.dispatchEvent('dragover', { dataTransfer: files })
  if (isLetGo) await heading.dispatchEvent('drop', { dataTransfer: files })
}
