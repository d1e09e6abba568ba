import { MantineProvider } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Api } from '../lib/api.ts'
import { ApiContext } from '../lib/use-lesson.ts'
import { createAppStore } from '../lib/app-store.ts'
import { AppStoreContext } from '../lib/use-app.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Routes } from './routes.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

type Props = { api: Api }

const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

export function App({ api }: Props) {
  const [appStore] = useState(() => createAppStore(api))
  useEffect(() => appStore.getState().started(), [appStore])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      deduplicateInlineStyles
    >
      <ApiContext value={api}>
        <AppStoreContext value={appStore}>
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
        </AppStoreContext>
      </ApiContext>
    </MantineProvider>
  )
}
