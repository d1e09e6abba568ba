import { describe, expect, it } from 'vitest'
import {
  exportFailureFrom,
  type FolderNamed,
  HELD,
  NO_ANSWER,
  notFinished,
} from '../../electron/exchange/export/export-failure.ts'

const folders: Record<FolderNamed['of'], string> = {
  office: 'office’s folder',
  leaders: 'folder for leaders',
  home: 'folder for home',
  mail: 'folder for the e-mail',
  certificates: 'folder for the certificates',
  anybody: 'folder',
}
const systemError = (code: string) => Object.assign(new Error('/home/somebody'), { code })

describe('why files did not get into a folder', () => {
  it.each(Object.keys(folders) as FolderNamed['of'][])('is said of the folder that it was: %s', (of) => {
    for (const code of ['ENOENT', 'EROFS', 'ENOSPC', NO_ANSWER, HELD]) {
      const { message } = exportFailureFrom(systemError(code), '/a/folder', { of, isKept: false })
      expect(message).toContain(` ${folders[of]}`)
      expect(message).toContain('/a/folder. Nothing was written there, and nothing is lost')
      expect(message).toMatch(/, then try again\.$/)
      expect(message).not.toContain('Settings')
      if (of !== 'office') expect(message).not.toContain('office')
    }
  })

  it('leads to Settings where the folder is kept there', () => {
    for (const code of ['ENOENT', 'EACCES', 'EDQUOT']) {
      const { message } = exportFailureFrom(systemError(code), '/a', { of: 'home', isKept: true })
      expect(message).toContain('choose another folder in Settings, then try again.')
    }
  })

  it('is the office’s folder unless told, and no folder’s fault where nobody knows', () => {
    expect(exportFailureFrom(systemError('ESTALE'), '/a').message).toContain('The office’s folder cannot be')
    const leaders = { of: 'leaders', isKept: true } as const
    const { code, message } = exportFailureFrom(systemError('EMFILE'), '/a', leaders)
    expect(code).toBe('failed')
    expect(message).toContain('The files could not be finished in the folder for leaders: /a. Nothing was')
    expect(message).not.toMatch(/somebody|choose/)
    expect(notFinished(systemError('EMFILE')).message).not.toMatch(/folder|somebody/)
  })
})
