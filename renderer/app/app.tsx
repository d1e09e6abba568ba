import { MantineProvider } from '@mantine/core'
import type { Api } from '../lib/api.ts'
import { ApiContext } from '../lib/use-lesson.ts'
import type { AppStore } from '../lib/app-store.ts'
import { AppStoreContext } from '../lib/use-app.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Routes } from './routes.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

type Props = { api: Api; appStore: AppStore }

const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

export function App({ api, appStore }: Props) {
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
