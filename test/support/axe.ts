import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { themes } from './session.ts'

/** Serious and critical findings of axe in both themes, as text that says what to mend. */
export async function seriousIssues(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    for (const { id, nodes } of serious) {
      for (const node of nodes) found.push(`${colorScheme}: ${id}: ${node.html} ${node.failureSummary ?? ''}`)
    }
  }
  return found
}
