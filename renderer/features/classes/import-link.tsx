import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'

type Props = { isMain: boolean }

/** The way to the import of a class list. */
export function ImportLink({ isMain }: Props) {
  return (
    <Button
      component="a"
      href="#/classes/import"
      variant={isMain ? 'filled' : 'default'}
      leftSection={<IconFileImport size={16} aria-hidden="true" />}
    >
      Import a class list
    </Button>
  )
}
